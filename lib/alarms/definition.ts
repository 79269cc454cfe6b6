import type { ParsedFields } from '../deployment/schema';
import type { Severity } from '../deployment/schema/alarms';

/** What decides which alarms there are, and their thresholds. */
export type Watched = ParsedFields;

/** Whether a deployment has the part that an alarm watches. */
export type Exists = (deployment: Watched) => boolean;

export type Unit = 'percent' | 'milliseconds' | 'count' | 'tasks' | 'days' | 'MiB' | 'requests' | 'burn rate';

interface Explained {
  /**
   * `page`: customers feel it, so somebody must act at once. `ticket`: it can wait for the next working day.
   * `notice`: worth reading, nothing to do.
   */
  readonly severity: Severity;
  /** One sentence: what has happened when the alarm is on. */
  readonly meaning: string;
  /** One sentence: where to look first. docs/runbook.md has the command. */
  readonly firstLook: string;
  readonly exists: Exists;
}

/** An alarm on a metric, or on an expression over metrics. */
export interface AlarmDefinition extends Explained {
  readonly threshold: Threshold;
  /** Minutes over which CloudWatch aggregates the metric. */
  readonly periodMinutes: number | ((deployment: Watched) => number);
  /** The alarm is on when this many periods … */
  readonly breaching: number;
  /** … of this many break the threshold. */
  readonly of: number;
  readonly missing: MissingData;
  /**
   * The composite alarm that notifies in place of this one. Its message names the alarms that are on.
   * @default - the alarm notifies itself
   */
  readonly notifiedBy?: string | ((deployment: Watched) => string | undefined);
}

export interface Threshold {
  readonly is: 'above' | 'below' | 'at least';
  readonly value: number | ((deployment: Watched) => number);
  readonly unit: Unit;
  readonly reason: string;
}

/** What CloudWatch takes a period without data for. */
export interface MissingData {
  readonly as: 'breaching' | 'notBreaching' | 'ignore';
  readonly reason: string;
}

/** An alarm on the states of other alarms. */
export interface CompositeDefinition extends Explained {
  /** In words: which alarms must be on. */
  readonly when: string;
}

export const always: Exists = () => true;
export const bundled: Exists = ({ image }) => image === 'bundled';
/** The shop writes metrics of its own, $0.30 each a month, unless METRICS is off. */
export const writesMetrics: Exists = ({ image, container }) =>
  image === 'bundled' && container.environment.METRICS !== 'off';
export const runsMigrations: Exists = ({ image, container }) =>
  image === 'bundled' || container.migrateCommand !== undefined;

/** For metrics that are sent when something happens, and not otherwise. */
export const nothingHappened: MissingData = {
  as: 'notBreaching',
  reason: 'The metric has data only when it happens.',
};

/** For metrics that need requests. `service-unmeasured` covers a target that reports nothing. */
export const noRequests: MissingData = {
  as: 'notBreaching',
  reason: 'Without requests there is no data; service-unmeasured is on when the target reports nothing.',
};

/** For metrics that a store reports every minute as long as it runs. */
export const keepsState: MissingData = {
  as: 'ignore',
  reason: 'A gap says nothing about the value; the alarm keeps its state.',
};

/** Three periods of five minutes in a row: long enough that a peak, a release or a nightly job does not count. */
export const sustained = { periodMinutes: 5, breaching: 3, of: 3, missing: keepsState } as const;
