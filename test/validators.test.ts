import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import production from '../deployments/production';
import {
  deploymentNames,
  loadDeployment,
  parseDeployment,
  type Deployment,
  type DeploymentInput,
} from '../lib/deployment';
import { readPlan, type Plan } from '../lib/plan/plan';
import { buildShop } from '../stacks/shop-deployment';

const { context } = JSON.parse(readFileSync(join(__dirname, '..', 'cdk.json'), 'utf8')) as {
  context: Record<string, unknown>;
};

function validated(deployment: Deployment): Plan {
  const app = new App({ context, stackTraces: false });
  Validations.of(app).addPlugins(new AwsSolutionsChecks());
  buildShop(app, deployment);
  try {
    return readPlan(deployment, app.synth().directory);
  } catch {
    // With a finding, synthesis ends in an error that says no more than where the report is.
    return readPlan(deployment, app.outdir);
  }
}

describe.each(deploymentNames())('%s', (name) => {
  const plan = validated(loadDeployment(name));

  test('has no finding of the CloudFormation rules or of AwsSolutions', () => {
    expect(plan.findings).toEqual([]);
  });

  test('sets rules aside at the resource and with evidence', () => {
    const acknowledged = plan.stacks.flatMap(({ acknowledgements }) => acknowledgements);
    for (const { construct, reason } of acknowledged) {
      expect(construct).toContain('/');
      expect(reason.length).toBeGreaterThan(40);
    }
    expect(
      acknowledged.map(({ construct, rule, reason }) => `${rule} at ${construct}: ${reason}`),
    ).toMatchSnapshot();
  });
});

// Without the canary, the operations stack sets none aside.
test('production sets rules aside 18 times at most, and five times for the canary', () => {
  const { stacks } = validated(loadDeployment('production'));
  const places = stacks.flatMap(({ acknowledgements }) => acknowledgements).map(({ construct }) => construct);
  const ofTheCanary = places.filter((place) => place.startsWith('operations/Canary/'));
  expect(ofTheCanary.length).toBeLessThanOrEqual(5);
  expect(places.length - ofTheCanary.length).toBeLessThanOrEqual(18);
});

/** What the files in deployments/ leave at its default, and a user may ask for. */
const asked: Record<string, Partial<DeploymentInput>> = {
  'a domain in another region': {
    aws: { region: 'eu-west-1' },
    domain: { name: 'shop.example.com', aliases: ['www.shop.example.com'], hostedZoneId: 'Z0123456789ABC' },
    ai: { model: 'eu.anthropic.claude-haiku-5-5' },
  },
  'a public load balancer without CloudFront': {
    domain: { name: 'shop.example.com', hostedZoneId: 'Z0123456789ABC' },
    edge: {
      cdn: { enabled: false, optOutReason: 'another CDN stands in front of this shop' },
      loadBalancer: 'public',
    },
  },
  'no way out but endpoints': { network: { egress: 'endpoints' } },
  'a NAT gateway a zone': { network: { egress: 'nat-per-zone' } },
  'blue-green with a shell in each task': {
    targets: { fargate: { rollout: 'blue-green', exec: true } },
  },
  'no cache, no Chroma, one zone for the database': {
    cache: 'none',
    container: { sessions: 'database' },
    vectors: 'embedded',
    database: { multiAz: false, pool: { connections: 10, overflow: 6 } },
  },
};

test.each(Object.entries(asked))('production with %s has no finding either', (_, overrides) => {
  expect(validated(parseDeployment({ ...production, ...overrides })).findings).toEqual([]);
});
