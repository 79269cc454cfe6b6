import type { DeploymentInput } from '../schema';
import type { TargetName } from '../schema/targets';

/*
 * The examples of docs/deployment-file.md, as data: the compiler checks their types, a test parses each
 * inside the smallest file, and the page shows their text with their comments. A top-level field
 * without an example does not compile.
 */

/** The smallest deployment file. */
export const smallest = {
  name: 'shop',
  aws: { region: 'eu-west-1' },
  targets: { fargate: {} },
  live: 'fargate',
} satisfies DeploymentInput;

type Section = keyof DeploymentInput | `targets.${TargetName}`;

/** Lines for a deployment file, by the section of the page that shows them. */
export const examples = {
  name: { name: 'shop-staging' },
  aws: {
    aws: {
      account: '123456789012',
      region: 'eu-west-1',
      zones: ['eu-west-1a', 'eu-west-1b'],
    },
  },
  tags: { tags: { team: 'shop', costCentre: '4711' } },
  domain: {
    domain: {
      name: 'shop.example.com',
      aliases: ['www.shop.example.com'],
      hostedZoneId: 'Z0123456789ABC',
    },
  },
  image: {
    image: {
      repository: 'team/shop',
      digest: 'sha256:6b1d7c3a09e24f58b7a1c0d2e3f4958677889900aabbccddeeff001122334455',
    },
  },
  container: {
    container: {
      port: 3000,
      healthPath: '/healthz',
      // The image reads PG_URL; its value is the contract's DATABASE_URL.
      variables: { PG_URL: 'DATABASE_URL' },
      environment: { FEATURE_X: 'on' },
      secrets: {
        SESSION_KEY: { generate: 64 },
        // One field of a secret that exists, encrypted with a key of its own.
        MAIL_PASSWORD: {
          arn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/mail-AbCdEf',
          key: 'password',
          kmsKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
        },
      },
      migrateCommand: ['npm', 'run', 'migrate'],
    },
  },
  targets: {
    // Both run while traffic moves from one to the other. `live` says which one gets it.
    targets: { fargate: {}, ec2: { instances: 2 } },
  },
  'targets.fargate': {
    targets: {
      fargate: {
        cpu: 512,
        memoryMiB: 2048,
        tasks: { min: 2, max: 4 },
        rollout: 'canary',
      },
    },
  },
  'targets.express': {
    targets: { express: { cpu: 256, memoryMiB: 1024, tasks: { min: 1, max: 1 } } },
    live: 'express',
    vectors: 'embedded',
  },
  'targets.apprunner': {
    targets: { apprunner: { memoryMiB: 1024, instances: { max: 1, concurrency: 80 } } },
    live: 'apprunner',
    vectors: 'embedded',
  },
  'targets.ec2': {
    targets: { ec2: { instanceType: 't4g.medium', instances: 2 } },
    live: 'ec2',
  },
  live: { live: 'fargate' },
  database: {
    database: {
      instance: 't4g.medium',
      storageGiB: 50,
      // 10 tasks × (10 + 20) connections fit a t4g.medium.
      pool: { connections: 10, overflow: 20 },
    },
  },
  cache: { cache: { node: 't4g.small', multiAz: true } },
  vectors: { vectors: 'embedded' },
  ai: {
    ai: {
      model: 'eu.anthropic.claude-haiku-5-5',
      guardrail: { id: 'abcdef123456', version: '1' },
      monthlyTokenBudget: 5_000_000,
    },
  },
  edge: {
    edge: {
      waf: { requestsPer5Minutes: 1000, chatRequestsPerMinute: 20 },
      geo: { allow: ['DE', 'AT', 'CH'] },
    },
  },
  network: {
    network: {
      cidr: '10.20.0.0/16',
      peerCidrs: ['10.0.0.0/16'],
      egress: 'nat-per-zone',
    },
  },
  logs: { logs: { retentionDays: 30 } },
  alarms: { alarms: { latencyP95Ms: 300 } },
  flags: { flags: { 'new-checkout': 25, 'gift-wrap': true } },
  keep: {
    cache: 'none',
    container: { sessions: 'database' },
    keep: { cache: { node: 't4g.micro', multiAz: true } },
  },
  schedule: { schedule: { timeZone: 'Europe/Berlin', days: 'weekdays', start: 7, stop: 19 } },
} satisfies Record<Section, Partial<DeploymentInput>>;
