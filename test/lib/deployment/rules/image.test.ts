import { testRules } from '../rule-cases';

const digest = `sha256:${'0'.repeat(64)}`;
const arn = (region: string) => `arn:aws:ecr:${region}:123456789012:repository/team/shop`;

testRules('image', [
  {
    rule: 'an image comes from a repository in the same region',
    passes: { image: { repository: arn('eu-west-1'), digest } },
    fails: { image: { repository: arn('us-east-1'), digest } },
    at: 'image.repository',
    because: /us-east-1, and the deployment in eu-west-1/,
    instead: /a repository in eu-west-1/,
  },
]);
