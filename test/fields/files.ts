import economy from '../../deployments/economy';
import dev from '../../deployments/dev';
import flask from '../../deployments/flask-example';
import mvp from '../../deployments/mvp';
import mvpExpress from '../../deployments/mvp-express';
import production from '../../deployments/production';
import type { DeploymentInput } from '../../lib/deployment';

const certificate = (region: string, id: string) => `arn:aws:acm:${region}:123456789012:certificate/${id}`;
const secret = (name: string) => `arn:aws:secretsmanager:us-east-1:123456789012:secret:${name}`;
const subnets = (tier: string) => [1, 2].map((zone) => `subnet-${tier.repeat(8)}${zone}`);

const existingVpc = {
  id: 'vpc-0abc1234def567890',
  cidr: '10.1.0.0/16',
  zones: ['us-east-1a', 'us-east-1b'],
  publicSubnetIds: subnets('a'),
  privateSubnetIds: subnets('b'),
  isolatedSubnetIds: subnets('c'),
};

const chromaImage = { repository: 'team/chroma', digest: `sha256:${'fedcba9876543210'.repeat(4)}` };

/** Sessions and connections for three tasks without a cache. */
const roomForThree = {
  container: { sessions: 'database' },
  database: { instance: 't4g.medium' },
} satisfies Partial<DeploymentInput>;

/** The files that a change is tried on: those of deployments/, and what these leave out. */
export const files = {
  production,
  economy,
  mvp,
  'mvp-express': mvpExpress,
  dev,
  flask,
  'two targets': {
    ...production,
    targets: { ...production.targets, ec2: economy.targets.ec2 },
    database: { instance: 't4g.medium' },
  },
  "Chroma's images in ECR": {
    ...production,
    targets: { fargate: { chroma: { image: chromaImage } }, ec2: { chroma: { image: chromaImage } } },
    database: { instance: 't4g.large' },
  },
  'large Chroma': {
    ...production,
    targets: { fargate: { ...production.targets.fargate, chroma: { cpu: 512, memoryMiB: 2048 } } },
  },
  'three Express tasks': {
    ...mvpExpress,
    targets: { express: { ...mvpExpress.targets.express, tasks: { min: 1, max: 3 } } },
    ...roomForThree,
  },
  'three App Runner instances': {
    ...mvp,
    targets: { apprunner: { ...mvp.targets.apprunner, instances: { min: 1, max: 3 } } },
    ...roomForThree,
  },
  'App Runner at rest': {
    ...mvpExpress,
    targets: { ...mvpExpress.targets, ...mvp.targets },
    ...roomForThree,
  },
  guardrail: { ...production, ai: { guardrail: { id: 'abcdef123456', version: '1' } } },
  'allowed countries': { ...production, edge: { geo: { allow: ['DE'] } } },
  'denied countries': { ...production, edge: { geo: { deny: ['DE'] } } },
  'no firewall': {
    ...production,
    edge: { waf: { enabled: false, optOutReason: 'a test without a firewall' } },
  },
  'no CDN': {
    ...production,
    domain: {
      name: 'shop.example.com',
      loadBalancerCertificateArn: certificate('us-east-1', 'balancer'),
    },
    edge: {
      cdn: { enabled: false, optOutReason: 'another CDN stands in front of this shop' },
      loadBalancer: 'public',
    },
  },
  'hosted zone': { ...production, domain: { name: 'shop.example.com', hostedZoneId: 'Z0123456789ABC' } },
  certificate: {
    ...production,
    domain: { name: 'shop.example.com', certificateArn: certificate('us-east-1', 'cdn') },
  },
  'own image': { ...production, image: { directory: 'images/one' } },
  'existing VPC': { ...production, network: { existingVpc } },
  'public load balancer in an existing VPC': {
    ...production,
    domain: { name: 'shop.example.com', certificateArn: certificate('us-east-1', 'cdn') },
    edge: { loadBalancer: 'public' },
    network: { existingVpc },
  },
  'private App Runner in an existing VPC': {
    ...mvpExpress,
    targets: { ...mvpExpress.targets, apprunner: { ...mvp.targets.apprunner, ingress: 'private' } },
    ...roomForThree,
    network: { existingVpc },
  },
  secrets: {
    ...production,
    container: {
      secrets: { MAIL: { arn: secret('shop/mail-AbCdEf'), key: 'password' }, TOKEN: { generate: 32 } },
    },
  },
  'alarms to Slack and a webhook': {
    ...production,
    alarms: {
      slack: { workspaceId: 'T0ABC1234', channelId: 'C0ABC1234' },
      webhook: {
        secretArn: secret('shop/webhook-AbCdEf'),
        kmsKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      },
    },
  },
  'kept parts': {
    ...production,
    cache: 'none',
    vectors: 'embedded',
    container: { sessions: 'database' },
    domain: { name: 'shop.example.com', certificateArn: certificate('us-east-1', 'cdn') },
    keep: {
      cache: {},
      secrets: { TOKEN: { generate: 32 } },
      domain: { name: 'old.example.com', hostedZoneId: 'Z0123456789ABC' },
    },
  },
} satisfies Record<string, DeploymentInput>;

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

export const other = { certificate, digest, secret, subnets };
