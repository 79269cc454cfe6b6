import { join } from 'node:path';
import {
  DeploymentError,
  parseDeployment,
  type Deployment,
  type DeploymentInput,
} from '../../lib/deployment';
import { changesBetween } from '../../lib/guard/changes';
import { comparedSettings } from '../../lib/guard/compared-settings';
import { risksBetween, type Version } from '../../lib/guard/guard';
import { keepBetween } from '../../lib/guard/keep';
import type { Risk } from '../../lib/guard/risk';
import { stepsFor } from '../../lib/guard/steps';
import { withValue } from '../fields/effect';
import { plannedStacks } from '../setup/summary';

/** What a change of a live deployment is. */
export type Outcome = 'in place' | 'replaces' | 'steps' | 'refused';

/** Image folders are relative to test/fields. */
const source = join(__dirname, '..', 'fields', 'effect.ts');
const versions = new Map<string, Version & { readonly deployment: Deployment }>();

/** A file, synthesized once for each content. */
function versionOf(input: DeploymentInput) {
  const key = JSON.stringify(input);
  const deployment = parseDeployment(input, source);
  const version = versions.get(key) ?? {
    deployment,
    stacks: plannedStacks(deployment),
    settings: comparedSettings(deployment),
  };
  versions.set(key, version);
  return version;
}

/** Types that a new one replaces without a gap: CloudFormation creates the new one, moves its users, then deletes the old one. */
const stateless = new Set([
  'AWS::AppRunner::AutoScalingConfiguration',
  'AWS::CertificateManager::Certificate',
  'AWS::Chatbot::SlackChannelConfiguration',
  'AWS::ECS::TaskDefinition',
  'AWS::Lambda::LayerVersion',
  'AWS::RDS::DBParameterGroup',
  'AWS::Route53::RecordSet',
]);
/** A release always has a new revision, so it is no replacement to speak of. */
const releases = new Set(['AWS::ECS::TaskDefinition', 'AWS::Lambda::LayerVersion']);

/**
 * Compares two files as a deployment of the second over the first.
 *
 * @throws when something that is not stateless is replaced without a risk, or when the printed steps are not safe themselves
 */
export function outcomeOf(before: DeploymentInput, after: DeploymentInput): Outcome {
  if (isRefused(before) || isRefused(after)) return 'refused';
  const [earlier, later] = [versionOf(before), versionOf(after)];
  const risks = risksBetween(earlier, later);
  if (risks.length > 0) return withSteps(risks, before, after);
  const replaced = changesBetween(earlier.stacks, later.stacks)
    .stacks.flatMap(({ resources }) => [...resources.values()])
    .filter(({ fate }) => fate === 'replaced')
    .map(({ type }) => type);
  expect(replaced.filter((type) => !stateless.has(type))).toEqual([]);
  return replaced.some((type) => !releases.has(type)) ? 'replaces' : 'in place';
}

function isRefused(input: DeploymentInput): boolean {
  try {
    versionOf(input);
    return false;
  } catch (problem) {
    if (!(problem instanceof DeploymentError)) throw problem;
    return true;
  }
}

function withSteps(risks: readonly Risk[], before: DeploymentInput, after: DeploymentInput): Outcome {
  const { settings: earlier } = versionOf(before);
  const { settings: later } = versionOf(after);
  const steps = stepsFor(risks, { context: 'shop', before: earlier, after: later });
  if (!steps) return 'refused';
  expect(steps.length).toBeGreaterThan(0);
  const between = stepBetween(risks, before, after);
  if (between) {
    expect(risksBetween(versionOf(before), versionOf(between))).toEqual([]);
    expect(risksBetween(versionOf(between), versionOf(after))).toEqual([]);
  }
  return 'steps';
}

/** The file of the step between, where the steps say one. */
function stepBetween(
  risks: readonly Risk[],
  before: DeploymentInput,
  after: DeploymentInput,
): DeploymentInput | undefined {
  const [{ settings: earlier }, { settings: later }] = [versionOf(before), versionOf(after)];
  if (risks.some(({ kind }) => kind === 'failover-changes'))
    return withValue(after, after.keep?.cache ? 'keep.cache.multiAz' : 'cache.multiAz', 'without-failover');
  const keep = earlier && later && keepBetween(earlier, later);
  return keep && { ...after, keep: { ...after.keep, ...keep } };
}
