import { testRules } from '../rule-cases';

const digest = `sha256:${'0'.repeat(64)}`;
const arn = (region: string) => `arn:aws:ecr:${region}:123456789012:repository/team/shop`;

testRules('image', [
  {
    rule: 'an image comes from a repository in the same region',
    passes: { image: { repository: arn('eu-west-1'), digest } },
    fails: { image: { repository: arn('us-east-1'), digest } },
    at: 'image.repository',
    because:
      "must be in the deployment's region, eu-west-1; a pull from us-east-1 costs $0.02 a GB, takes longer, and fails when that region does",
    instead: 'a repository in eu-west-1; ECR can replicate images to other regions',
  },
  {
    rule: "Chroma's image on fargate comes from a repository in the same region",
    passes: { targets: { fargate: { chroma: { image: { repository: arn('eu-west-1'), digest } } } } },
    fails: { targets: { fargate: { chroma: { image: { repository: arn('us-east-1'), digest } } } } },
    at: 'targets.fargate.chroma.image.repository',
    because:
      "must be in the deployment's region, eu-west-1; a pull from us-east-1 costs $0.02 a GB, takes longer, and fails when that region does",
    instead: 'a repository in eu-west-1; ECR can replicate images to other regions',
  },
  {
    rule: "Chroma's image on ec2 comes from a repository in the same region",
    passes: {
      targets: { ec2: { tasks: { max: 1 }, chroma: { image: { repository: arn('eu-west-1'), digest } } } },
      live: 'ec2',
    },
    fails: {
      targets: { ec2: { tasks: { max: 1 }, chroma: { image: { repository: arn('us-east-1'), digest } } } },
      live: 'ec2',
    },
    at: 'targets.ec2.chroma.image.repository',
    because:
      "must be in the deployment's region, eu-west-1; a pull from us-east-1 costs $0.02 a GB, takes longer, and fails when that region does",
    instead: 'a repository in eu-west-1; ECR can replicate images to other regions',
  },
  {
    rule: 'App Runner pulls from its own region only',
    passes: {
      image: { repository: 'shop', digest },
      targets: { apprunner: {} },
      live: 'apprunner',
      vectors: 'embedded',
    },
    fails: {
      image: { repository: 'arn:aws:ecr:us-east-1:123456789012:repository/shop', digest },
      targets: { apprunner: {} },
      live: 'apprunner',
      vectors: 'embedded',
    },
    at: 'image.repository',
    because: "must be in the deployment's region, eu-west-1; App Runner pulls from its own region only",
    instead: 'a repository in eu-west-1; ECR can replicate images to other regions',
  },
  {
    rule: 'EC2 is not told about App Runner',
    passes: {
      image: { repository: 'arn:aws:ecr:eu-west-1:123456789012:repository/shop', digest },
      targets: { ec2: { tasks: { max: 1 } } },
      live: 'ec2',
    },
    fails: {
      image: { repository: 'arn:aws:ecr:us-east-2:123456789012:repository/shop', digest },
      targets: { ec2: { tasks: { max: 1 } } },
      live: 'ec2',
    },
    at: 'image.repository',
    because:
      "must be in the deployment's region, eu-west-1; a pull from us-east-2 costs $0.02 a GB, takes longer, and fails when that region does",
    instead: 'a repository in eu-west-1; ECR can replicate images to other regions',
  },
]);
