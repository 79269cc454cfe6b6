import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { DISABLE_ASSET_STAGING_CONTEXT } from 'aws-cdk-lib/cx-api';
import { deploymentSchema } from '../../lib/deployment/deployment';
import type { ProtectedDatabase } from '../../constructs/stores';
import type { Deployment, DeploymentInput } from '../../lib/deployment/schema';

const root = join(__dirname, '..', '..');

/** The feature flags a synth outside the tests runs with. */
const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')) as {
  context: Record<string, unknown>;
};

/**
 * An app as `cdk synth` makes it: feature flags change templates, so tests without them test another product.
 *
 * @param assets where they are when a stack is made; copying the bundle for each app would take longer than the tests
 */
export function testApp(assets: 'in place' | 'copied' = 'in place'): App {
  return new App({ context: { ...context, [DISABLE_ASSET_STAGING_CONTEXT]: assets === 'in place' } });
}

const shop = {
  name: 'shop',
  aws: { region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1b'] },
  targets: { fargate: {} },
  live: 'fargate',
} satisfies DeploymentInput;

/** The bundled shop on Fargate with every default; `overrides` replaces whole top-level fields. */
export function testDeployment(overrides: Partial<DeploymentInput> = {}): Deployment {
  return deploymentSchema.parse({ ...shop, ...overrides });
}

/** The template without asset hashes, which change with every dependency and say nothing in a review. */
export function maskedTemplate(stack: Stack): unknown {
  const template = JSON.stringify(Template.fromStack(stack).toJSON());
  return JSON.parse(template.replaceAll(/\b[0-9a-f]{64}\b/g, 'HASH'));
}

/** A database that another stack made; the values are fixed. */
export const testInstance: ProtectedDatabase = {
  identifier: 'db-test',
  arn: 'arn:aws:rds:eu-west-1:123456789012:db:db-test',
  region: 'eu-west-1',
};
