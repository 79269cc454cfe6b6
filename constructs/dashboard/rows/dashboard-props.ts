import type { TargetMetrics } from '../../target';
import type { AlarmSet } from '../../alarms/alarm-set';
import type { WatchedEdge } from '../../alarms/edge-alarms';
import type { EventRecord } from '../../alarms/event-record';

/** What every row of the dashboard may show. */
export interface DashboardProps {
  /** Name of the deployment. */
  readonly name: string;
  /** The image is the bundled shop, which writes metrics of its own. */
  readonly isBundled: boolean;
  /** USD a month, of the field of that name. */
  readonly budgetUsd: number;
  /** Tokens a month; 0 without a budget or without the bundled shop. */
  readonly monthlyTokenBudget: number;
  /** After every alarm of the stack is raised: the dashboard shows what they watch. */
  readonly alarms: AlarmSet;
  /** Of the live target. */
  readonly metrics: TargetMetrics;
  readonly edge: WatchedEdge;
  readonly record: EventRecord;
  /** Name of the function that rotates the database login. */
  readonly loginFunction: string;
}
