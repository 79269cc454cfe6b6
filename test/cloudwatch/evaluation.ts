import type { MetricAlarmProperties } from './properties';
import type { State } from './rule';

/** Oldest first: true for a breaching data point, false for one within the threshold, undefined for none. */
export type Breaches = readonly (boolean | undefined)[];

/**
 * The state that an alarm takes from the data points of its evaluation range. The rules and their
 * tables are in "Configuring how CloudWatch alarms treat missing data":
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 *
 * @param range at least EvaluationPeriods data points; CloudWatch retrieves more of them
 * @param current the state to keep where the rule is to keep it
 */
export function stateFrom(
  range: Breaches,
  current: State,
  alarm: Pick<MetricAlarmProperties, 'EvaluationPeriods' | 'DatapointsToAlarm' | 'TreatMissingData'>,
): State {
  const { EvaluationPeriods: periods, TreatMissingData: rule } = alarm;
  const needed = alarm.DatapointsToAlarm ?? periods;
  const real = range.filter((breach) => breach !== undefined);
  const judge = (breaches: readonly boolean[]): State =>
    breaches.filter(Boolean).length >= needed ? 'ALARM' : 'OK';

  // "The number of existing data points is equal to or more than Evaluation Periods: CloudWatch
  // evaluates the most recent real data points. The value you set for missing data is ignored."
  if (real.length >= periods) return judge(real.slice(-periods));

  // "CloudWatch fills in the missing data points. All real data points in the evaluation range are
  // included. CloudWatch uses missing data points only as few times as possible."
  const fill = (breach: boolean) => Array<boolean>(periods - real.length).fill(breach);
  if (rule === 'breaching') return judge([...real, ...fill(true)]);
  if (rule === 'notBreaching') return judge([...real, ...fill(false)]);

  const unknown = rule === 'ignore' ? current : 'INSUFFICIENT_DATA';
  if (real.length === 0) return unknown;
  if (judge(real) === 'ALARM') return 'ALARM';
  if (real.includes(false)) return 'OK';
  // Only breaching data points, fewer than DatapointsToAlarm. "Avoiding premature transitions": the
  // alarm goes into ALARM when the oldest of them is at least as old as DatapointsToAlarm. The tables
  // show this for `missing`; with `ignore` the alarm keeps its state.
  const age = range.length - range.indexOf(true);
  return rule === 'missing' && age >= needed ? 'ALARM' : unknown;
}

/** Whether a value breaches the threshold. */
export function breaches(
  value: number,
  alarm: Pick<MetricAlarmProperties, 'ComparisonOperator' | 'Threshold'>,
) {
  const { Threshold: threshold } = alarm;
  switch (alarm.ComparisonOperator) {
    case 'GreaterThanOrEqualToThreshold':
      return value >= threshold;
    case 'GreaterThanThreshold':
      return value > threshold;
    case 'LessThanThreshold':
      return value < threshold;
    case 'LessThanOrEqualToThreshold':
      return value <= threshold;
  }
}
