import type { files } from './files';
import { other } from './files';

/** One field changed, and where the change shows. */
export interface Change {
  /** Path of the leaf; `NAME` in the schema's path is the name used here. */
  readonly leaf: string;
  /** Where it is written, when that is not the leaf's path. */
  readonly path?: string;
  readonly file: keyof typeof files;
  /** Replaces the value that the file has, or its default. */
  readonly value: unknown;
  /**
   * `summary`: other templates and another summary. `templates`: other templates only, as a summary has no
   * hashes, account ids and reasons. `warning`: another warning. `refusal`: a rule refuses the file,
   * although the schema allows the value.
   * @default 'summary'
   */
  readonly shows?: 'summary' | 'templates' | 'warning' | 'refusal';
}

const fargate = (field: string, value: unknown): Change => ({
  leaf: `targets.fargate.${field}`,
  file: 'production',
  value,
});
const express = (field: string, value: unknown): Change => ({
  leaf: `targets.express.${field}`,
  file: 'mvp-express',
  value,
});
const appRunner = (field: string, value: unknown): Change => ({
  leaf: `targets.apprunner.${field}`,
  file: 'mvp',
  value,
});
const ec2 = (field: string, value: unknown): Change => ({
  leaf: `targets.ec2.${field}`,
  file: 'economy',
  value,
});
/** The file has an image of Chroma for each of the two targets. */
const chromaImage = (target: 'fargate' | 'ec2', field: string, value: unknown): Change => ({
  leaf: `targets.${target}.chroma.image.${field}`,
  file: "Chroma's images in ECR",
  value,
});
const production = (leaf: string, value: unknown): Change => ({ leaf, file: 'production', value });
const kept = (field: string, value: unknown): Change => ({
  leaf: `keep.${field}`,
  file: 'kept parts',
  value,
});
const vpc = (field: string, value: unknown): Change => ({
  leaf: `network.existingVpc.${field}`,
  file: 'existing VPC',
  value,
});

const off = { enabled: false, optOutReason: 'this is a test of the field' };

/** Every leaf of the schema once at least. */
export const changes: Readonly<Record<string, readonly Change[]>> = {
  targets: [
    fargate('cpu', 512),
    fargate('memoryMiB', 2048),
    fargate('tasks.min', 3),
    fargate('tasks.max', 9),
    fargate('tasks.cpuPercent', 50),
    fargate('tasks.requestsPerTask', 500),
    fargate('rollout', 'blue-green'),
    fargate('exec', true),
    fargate('chroma.cpu', 512),
    // A quarter of a vCPU has 2 GiB at most, so the file for this one has more CPU.
    { leaf: 'targets.fargate.chroma.memoryMiB', file: 'large Chroma', value: 3072 },
    chromaImage('fargate', 'repository', 'other/chroma'),
    { ...chromaImage('fargate', 'digest', other.digest), shows: 'templates' },
    express('cpu', 512),
    express('memoryMiB', 2048),
    { leaf: 'targets.express.tasks.min', file: 'three Express tasks', value: 2 },
    { leaf: 'targets.express.tasks.max', file: 'three Express tasks', value: 2 },
    express('tasks.cpuPercent', 50),
  ],
  instances: [
    appRunner('cpu', 512),
    appRunner('memoryMiB', 512),
    { leaf: 'targets.apprunner.instances.min', file: 'three App Runner instances', value: 2 },
    { leaf: 'targets.apprunner.instances.max', file: 'three App Runner instances', value: 2 },
    appRunner('instances.concurrency', 40),
    { leaf: 'targets.apprunner.ingress', file: 'App Runner at rest', value: 'private' },
    { ...appRunner('acknowledgeClosed', true), shows: 'warning' },
    ec2('instanceType', 't4g.large'),
    ec2('instances', 2),
    ec2('volumeGiB', 40),
    ec2('cpu', 512),
    ec2('memoryMiB', 520),
    ec2('tasks.min', 2),
    ec2('tasks.max', 1),
    ec2('tasks.cpuPercent', 50),
    ec2('tasks.requestsPerTask', 500),
    ec2('spotMaxPriceShare', 0.6),
    ec2('exec', true),
    ec2('chroma.cpu', 512),
    ec2('chroma.memoryMiB', 2060),
    chromaImage('ec2', 'repository', 'other/chroma'),
    { ...chromaImage('ec2', 'digest', other.digest), shows: 'templates' },
    { leaf: 'live', file: 'two targets', value: 'ec2' },
  ],
  stores: [
    production('database.instance', 't4g.large'),
    production('database.postgres', 18),
    production('database.storageGiB', 40),
    production('database.maxStorageGiB', 200),
    production('database.multiAz', false),
    production('database.backupRetentionDays', 7),
    production('database.rotationDays', 7),
    production('database.deletionProtection', off),
    { leaf: 'database.deletionProtection', file: 'dev', value: off, shows: 'templates' },
    production('database.pool.connections', 9),
    production('database.pool.overflow', 5),
    production('database.pool.recycleSeconds', 1800),
    production('cache.node', 't4g.small'),
    production('cache.multiAz', false),
    { leaf: 'cache', file: 'mvp', value: {} },
    production('vectors', 'embedded'),
    kept('cache.node', 't4g.small'),
    kept('cache.multiAz', false),
    kept('vectors', 'chroma'),
    { ...kept('secrets.NAME.generate', 64), path: 'keep.secrets.TOKEN.generate' },
    production('ai.model', 'us.anthropic.claude-haiku-5-5'),
    { leaf: 'ai.guardrail.id', file: 'guardrail', value: 'abcdef654321' },
    { leaf: 'ai.guardrail.version', file: 'guardrail', value: '2' },
    production('ai.monthlyTokenBudget', 1_000_000),
    production('logs.retentionDays', 30),
    production('flags', { 'new-checkout': true }),
    { leaf: 'schedule.timeZone', file: 'dev', value: 'Europe/Berlin' },
    { leaf: 'schedule.days', file: 'dev', value: 'every-day' },
    { leaf: 'schedule.start', file: 'dev', value: 8 },
    { leaf: 'schedule.stop', file: 'dev', value: 18 },
  ],
  container: [
    { leaf: 'image.directory', file: 'own image', value: 'images/two', shows: 'templates' },
    { leaf: 'image.dockerfile', file: 'own image', value: 'Dockerfile.other', shows: 'templates' },
    { leaf: 'image.repository', file: 'flask', value: 'other-shop' },
    {
      leaf: 'image.digest',
      file: 'flask',
      value: other.digest,
      shows: 'templates',
    },
    production('container.port', 3000),
    production('container.healthPath', '/alive'),
    production('container.chatPath', '/talk'),
    production('container.variables', { PORT: 'PORT' }),
    production('container.environment', { GREETING: 'hello' }),
    {
      leaf: 'container.environment.NAME.notSecret',
      path: 'container.environment.SESSION_KEY',
      file: 'production',
      value: { notSecret: 'public' },
    },
    {
      leaf: 'container.secrets.NAME.generate',
      path: 'container.secrets.TOKEN.generate',
      file: 'secrets',
      value: 64,
    },
    {
      leaf: 'container.secrets.NAME.arn',
      path: 'container.secrets.MAIL.arn',
      file: 'secrets',
      value: other.secret('shop/post-AbCdEf'),
    },
    {
      leaf: 'container.secrets.NAME.key',
      path: 'container.secrets.MAIL.key',
      file: 'secrets',
      value: 'user',
    },
    {
      leaf: 'container.secrets.NAME.kmsKeyArn',
      path: 'container.secrets.MAIL.kmsKeyArn',
      file: 'secrets',
      value: 'arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    },
    production('container.command', ['serve']),
    production('container.migrateCommand', ['migrate', 'all']),
    production('container.user', '1000:1000'),
    production('container.writablePaths', ['/tmp', '/var/cache']),
    production('container.stopTimeoutSeconds', 60),
    { ...production('container.sessions', 'memory'), shows: 'refusal' },
  ],
  surroundings: [
    production('name', 'staging'),
    { ...production('aws.account', '123456789012'), shows: 'templates' },
    production('aws.region', 'eu-west-1'),
    production('aws.zones', ['us-east-1a', 'us-east-1b', 'us-east-1c']),
    production('tags', { team: 'shop' }),
    { leaf: 'domain.name', file: 'hosted zone', value: 'store.example.com' },
    { leaf: 'domain.aliases', file: 'hosted zone', value: ['www.shop.example.com'] },
    { leaf: 'domain.hostedZoneId', file: 'hosted zone', value: 'Z0123456789DEF' },
    { leaf: 'domain.certificateArn', file: 'certificate', value: other.certificate('us-east-1', 'another') },
    {
      leaf: 'domain.loadBalancerCertificateArn',
      file: 'no CDN',
      value: other.certificate('us-east-1', 'another'),
    },
  ],
  edge: [
    {
      leaf: 'edge.cdn',
      file: 'no CDN',
      value: { enabled: false, optOutReason: 'a partner has its own CDN in front' },
      shows: 'templates',
    },
    { leaf: 'edge.waf', file: 'no firewall', value: off, shows: 'templates' },
    production('edge.waf', off),
    production('edge.waf.requestsPer5Minutes', 1000),
    production('edge.waf.chatRequestsPerMinute', 20),
    { leaf: 'edge.geo.allow', file: 'allowed countries', value: ['FR'] },
    { leaf: 'edge.geo.deny', file: 'denied countries', value: ['FR'] },
    { leaf: 'edge.loadBalancer', file: 'certificate', value: 'public' },
    kept('loadBalancer', 'public'),
    kept('domain.name', 'older.example.com'),
    kept('domain.aliases', ['www.example.com']),
    { ...kept('domain.hostedZoneId', 'Z0123456789DEF'), shows: 'templates' },
    kept('domain.certificateArn', other.certificate('us-east-1', 'old')),
    kept('domain.loadBalancerCertificateArn', other.certificate('us-east-1', 'old-balancer')),
    production('edge.priceClass', 'all'),
    production('network.cidr', '10.2.0.0/16'),
    { ...production('network.peerCidrs', ['10.0.0.0/8']), shows: 'refusal' },
    production('network.egress', 'nat-instance'),
    production('network.flowLogRetentionDays', 90),
    vpc('id', 'vpc-0abc1234def567891'),
    {
      leaf: 'network.existingVpc.cidr',
      file: 'private App Runner in an existing VPC',
      value: '10.2.0.0/16',
    },
    // The zones decide how many subnets there must be.
    { ...vpc('zones', ['us-east-1a', 'us-east-1b', 'us-east-1c']), shows: 'refusal' },
    {
      leaf: 'network.existingVpc.publicSubnetIds',
      file: 'public load balancer in an existing VPC',
      value: other.subnets('d'),
    },
    vpc('privateSubnetIds', other.subnets('d')),
    vpc('isolatedSubnetIds', other.subnets('d')),
  ],
  alarms: [
    production('alarms.email', ['oncall@example.com']),
    {
      leaf: 'alarms.slack.workspaceId',
      file: 'alarms to Slack and a webhook',
      value: 'T0DEF5678',
      shows: 'templates',
    },
    {
      leaf: 'alarms.slack.channelId',
      file: 'alarms to Slack and a webhook',
      value: 'C0DEF5678',
      shows: 'templates',
    },
    {
      leaf: 'alarms.webhook.secretArn',
      file: 'alarms to Slack and a webhook',
      value: other.secret('shop/pager-AbCdEf'),
    },
    {
      leaf: 'alarms.webhook.kmsKeyArn',
      file: 'alarms to Slack and a webhook',
      value: 'arn:aws:kms:us-east-1:123456789012:key/4321abcd-12ab-34cd-56ef-1234567890ab',
    },
    { ...production('alarms.latencyP95Ms', 300), shows: 'templates' },
    { ...production('alarms.errorPercent', 2), shows: 'templates' },
    production('alarms.canaryMinutes', 30),
    production('alarms.canaryMinutes', off),
    production('alarms.leastSeverity', 'page'),
    {
      leaf: 'alarms.overrides.NAME.threshold',
      path: 'alarms.overrides.database-cpu.threshold',
      file: 'production',
      value: 80,
      shows: 'templates',
    },
    {
      leaf: 'alarms.overrides',
      path: 'alarms.overrides.database-cpu',
      file: 'production',
      value: off,
    },
    production('budgetUsd', 150),
  ],
};
