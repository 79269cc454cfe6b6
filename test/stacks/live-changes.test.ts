import { App } from 'aws-cdk-lib';
import { deploymentNames, loadDeployment, parseDeployment, type DeploymentInput } from '../../lib/deployment';
import { risksBetween } from '../../lib/guard/guard';
import { readStacks, type PlannedStack } from '../../lib/plan/assembly';
import { buildShop } from '../../stacks/shop-deployment';
import { testApp } from '../setup/stack-tests';
import type { Deployment } from '../../lib/deployment';

/* Changes of a running shop, as `shop plan --against` compares them. */

function assembly(deployment: Deployment): PlannedStack[] {
  const app: App = testApp();
  buildShop(app, deployment);
  return readStacks(app.synth().directory);
}

const shop: DeploymentInput = {
  name: 'shop',
  aws: { region: 'eu-west-1' },
  targets: { fargate: {} },
  live: 'fargate',
};
const before = assembly(parseDeployment(shop));
const kindsAfter = (change: Partial<DeploymentInput>) => [
  ...new Set(risksBetween(before, assembly(parseDeployment({ ...shop, ...change }))).map(({ kind }) => kind)),
];

test.each(deploymentNames())('the same file of %s is safe to deploy again', (name) => {
  const stacks = assembly(loadDeployment(name));
  expect(risksBetween(stacks, stacks)).toEqual([]);
});

test.each<[change: string, Partial<DeploymentInput>]>([
  ['more memory', { targets: { fargate: { memoryMiB: 2048 } } }],
  ['a larger database', { database: { instance: 't4g.large' } }],
  ['a domain', { domain: { name: 'shop.example.com', hostedZoneId: 'Z0123456789ABC' } }],
  ['other tags', { tags: { team: 'shop' } }],
  ['another log retention', { logs: { retentionDays: 30 } }],
  ['a NAT gateway in each zone', { network: { egress: 'nat-per-zone' } }],
])('%s is safe in one deployment', (_, change) => {
  expect(kindsAfter(change)).toEqual([]);
});

test.each<[change: string, kind: string, Partial<DeploymentInput>]>([
  ['the cache goes', 'store-in-use', { cache: 'none', container: { sessions: 'database' } }],
  ['Chroma goes', 'store-in-use', { vectors: 'embedded' }],
  ['another address range', 'replaced-while-read', { network: { cidr: '10.1.0.0/16' } }],
  ['another name', 'another-deployment', { name: 'other' }],
])('%s: refused', (_, kind, change) => {
  expect(kindsAfter(change)).toContain(kind);
});
