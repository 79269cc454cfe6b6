import { aws_cloudwatch as cloudwatch, Duration } from 'aws-cdk-lib';
import type { MetricAlarm } from '../../../lib/alarms/registry';
import type { SelectedAlarm } from '../../../lib/alarms/selection';
import { compositeAlarms } from '../../../lib/alarms/registry/composites';
import type { Severity } from '../../../lib/deployment/schema/alarms';
import type { AlarmSet } from '../../alarms/alarm-set';
import type { Cell } from './grid';

/** Period of a graph, unless its metric needs another one. */
export const graphPeriod = Duration.minutes(5);

/** Rows of a graph, and of what stands beside one. */
export const graphHeight = 6;

const colors: Record<Severity, string> = {
  page: cloudwatch.Color.RED,
  ticket: cloudwatch.Color.ORANGE,
  notice: cloudwatch.Color.GREY,
};

export interface GraphProps {
  /** What the graph shows, and its unit. */
  readonly title: string;
  readonly metrics: readonly cloudwatch.IMetric[];
  /** Lines at values that matter. @default [] */
  readonly lines?: readonly cloudwatch.HorizontalAnnotation[];
  /** Highest value of the axis. @default - the highest value shown */
  readonly most?: number;
  /** Lowest value of the axis. @default 0 */
  readonly least?: number;
  /** Adds the metrics up. @default false */
  readonly stacked?: boolean;
  /** How far back the graph goes, in days. @default - as far as the dashboard */
  readonly days?: number;
}

/** A graph over time. */
export function graph({ title, metrics, lines = [], least = 0, most, stacked, days }: GraphProps): Cell {
  return (width) =>
    new cloudwatch.GraphWidget({
      title,
      width,
      height: graphHeight,
      left: [...metrics],
      leftAnnotations: [...lines],
      leftYAxis: { min: least === -Infinity ? undefined : least, max: most, showUnits: false },
      stacked,
      ...(days !== undefined && { start: `-P${days}D` }),
    });
}

/** The lines of alarms; none for an alarm that the deployment does not have. Alarms at the same value share a line. */
export function thresholds(
  alarms: AlarmSet,
  ...names: readonly MetricAlarm[]
): cloudwatch.HorizontalAnnotation[] {
  const selected = names.flatMap((name) => alarms.selectedAlarm(name) ?? []);
  const values = [...new Set(selected.map(({ threshold }) => threshold))];
  return values.flatMap((value) => {
    const here = selected.filter(({ threshold }) => threshold === value);
    const [first] = here;
    return first === undefined
      ? []
      : {
          value,
          label: `${here.map(({ name }) => name).join(', ')}: ${first.definition.threshold.is} ${value}`,
          color: colors[severityOf(first)],
        };
  });
}

function severityOf({ definition, notifiedBy }: SelectedAlarm): Severity {
  return notifiedBy ? compositeAlarms[notifiedBy].severity : definition.severity;
}

/** The same metric under a name that people understand. */
export function labelled(metric: cloudwatch.IMetric, label: string): cloudwatch.IMetric {
  return metric instanceof cloudwatch.Metric || metric instanceof cloudwatch.MathExpression
    ? metric.with({ label })
    : metric;
}

/** A graph of what an alarm watches, with its threshold; none when the deployment does not have that part. */
export function watched(
  alarms: AlarmSet,
  name: MetricAlarm,
  props: Pick<GraphProps, 'title' | 'most'> & {
    readonly label: string;
    readonly also?: readonly MetricAlarm[];
  },
): Cell[] {
  const { title, most, label, also = [] } = props;
  const metric = alarms.metricOf(name)?.(graphPeriod);
  if (!metric) return [];
  return [
    graph({ title, most, metrics: [labelled(metric, label)], lines: thresholds(alarms, name, ...also) }),
  ];
}
