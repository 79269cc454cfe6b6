import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { deploymentNames, loadDeployment } from '../lib/deployment';
import { readPlan, type Plan } from '../lib/plan/plan';
import { buildShop } from '../stacks/shop-deployment';

const { context } = JSON.parse(readFileSync(join(__dirname, '..', 'cdk.json'), 'utf8')) as {
  context: Record<string, unknown>;
};

function validated(name: string): Plan {
  const deployment = loadDeployment(name);
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
  const plan = validated(name);

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

test('production sets rules aside 15 times at most', () => {
  expect(
    validated('production').stacks.flatMap(({ acknowledgements }) => acknowledgements).length,
  ).toBeLessThanOrEqual(15);
});
