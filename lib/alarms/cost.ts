import type { Deployment } from '../deployment/schema';
import type { PlannedStack } from '../plan/assembly';
import type { AlarmRow } from './template-rows';

/**
 * USD in us-east-1, from AWS's price list of CloudWatch, published in September 2026. The amounts that AWS gives
 * away in each account are not subtracted: 10 alarms and 100 runs of canaries a month.
 */
export const prices = {
  /** A month, for each metric that an alarm reads. */
  alarmMetric: 0.1,
  /** A month, for a composite alarm. */
  compositeAlarm: 0.5,
  canaryRun: 0.0012,
  /** A month, for a key that only the alarms use. */
  key: 1,
} as const;

/** Hours of a month in AWS's own estimates. */
const hoursAMonth = 730;

export function costOf({ metrics, evaluation }: Pick<AlarmRow, 'metrics' | 'evaluation'>): number {
  return evaluation ? metrics * prices.alarmMetric : prices.compositeAlarm;
}

/** What the alarms of a deployment cost a month, by part. */
export interface OperationsCost {
  readonly alarms: number;
  readonly composites: number;
  readonly canary: number;
  /** Of the topic, when the edge has a stack of alarms of its own. */
  readonly keys: number;
  readonly total: number;
}

export function operationsCost(
  deployment: Deployment,
  stacks: readonly PlannedStack[],
  rows: readonly AlarmRow[],
): OperationsCost {
  const sum = (wanted: readonly AlarmRow[]) => wanted.reduce((usd, row) => usd + costOf(row), 0);
  const cost = {
    alarms: sum(rows.filter(({ evaluation }) => evaluation)),
    composites: sum(rows.filter(({ evaluation }) => !evaluation)),
    canary: canaryRuns(deployment) * prices.canaryRun,
    keys: prices.key * keysOf(stacks),
  };
  return { ...cost, total: Object.values(cost).reduce((usd, part) => usd + part, 0) };
}

/** Runs of the canary in a month. */
export function canaryRuns({ alarms: { canaryMinutes } }: Deployment): number {
  return typeof canaryMinutes === 'number' ? Math.round((hoursAMonth * 60) / canaryMinutes) : 0;
}

function keysOf(stacks: readonly PlannedStack[]): number {
  return stacks
    .filter(({ id }) => id.startsWith('operations'))
    .flatMap(({ template }) => Object.values(template.Resources))
    .filter(({ Type }) => Type === 'AWS::KMS::Key').length;
}
