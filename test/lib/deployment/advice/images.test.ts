import { reported } from '../rule-cases';

const digest = `sha256:${'0'.repeat(64)}`;
const threeForms =
  "must be 'bundled', { directory } with a Dockerfile, or { repository, digest } in ECR; other registries are not supported yet";
const example = `sha256:${'0123456789abcdef'.repeat(4)}`;
test.each([
  [
    'ghcr.io/team/shop:1',
    `{ repository: 'team/shop', digest: '${example}' }, after you copied the image to that ECR repository`,
  ],
  [
    'nginx',
    `{ repository: 'nginx', digest: '${example}' }, after you copied the image to that ECR repository`,
  ],
  [
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1',
    `{ repository: 'arn:aws:ecr:eu-west-1:123456789012:repository/shop', digest: '${example}' }`,
  ],
  ['../shop', "{ directory: '../shop' }"],
  ['bundeld', "'bundled'"],
])('%s', (image, instead) => {
  expect(reported({ image })).toEqual([['image', threeForms, instead]]);
});

test.each([
  [
    'ghcr.io/team/shop',
    'must be a repository in ECR; images of ghcr.io are not supported yet',
    "the name of an ECR repository that you copied the image to: 'team/shop'",
  ],
  [
    'localhost:5000/shop',
    'must be a repository in ECR; images of localhost:5000 are not supported yet',
    "the name of an ECR repository that you copied the image to: 'shop'",
  ],
  [
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1',
    'must be the name or the ARN of an ECR repository, not its address',
    "'arn:aws:ecr:eu-west-1:123456789012:repository/shop'",
  ],
  ['team/shop:latest', 'must be a repository without a tag; digest says which image', "'team/shop'"],
])('repository %s', (repository, rule, instead) => {
  expect(reported({ image: { repository, digest } })).toEqual([['image.repository', rule, instead]]);
});
