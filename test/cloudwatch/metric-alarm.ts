import { canonical } from './canonical';
import { breaches, stateFrom } from './evaluation';
import { evaluateMath } from './maths/evaluate';
import type { MissingOperand } from './maths/operators';
import { parseExpression, type Expression } from './maths/parse';
import { timeFunctions } from './maths/time';
import { nameOfKind, series, type Series, type Value } from './maths/value';
import type { Minutes } from './minutes';
import { periodsOf } from './properties';
import type { State } from './rule';
import { StatisticSeries } from './series';
import { significantCount } from './statistics';
import type { MetricAlarm } from './template';
import type { MetricId, Stream, World } from './world';

/** What the documentation leaves open. A scenario should hold whatever CloudWatch does. */
export interface Assumptions {
  /**
   * How many data points CloudWatch retrieves beyond EvaluationPeriods. "The exact number depends on
   * the length of the alarm period." The page's examples have 2: a range of 5 for 3 periods.
   * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
   * Default: 2.
   */
  readonly extraDatapoints?: number;
  /** Default: `zero`, as documented (maths/operators.ts). */
  readonly missingOperand?: MissingOperand;
}

const hour = 3600;
const day = 86_400;

function periodOf({ name, properties: { Period, Metrics = [] } }: MetricAlarm): number {
  const period = Period ?? [...periodsOf(Metrics)][0];
  if (period === undefined) throw new Error(`Alarm ${name}: no metric and no expression has a Period.`);
  return period;
}

const rangeOf = ({ properties }: MetricAlarm, { extraDatapoints = 2 }: Assumptions): number =>
  properties.EvaluationPeriods + extraDatapoints;

/** One metric alarm in a world. */
export class EvaluatedMetricAlarm {
  private readonly period: number;
  private readonly range: number;
  private readonly metrics: (readonly [id: string, series: StatisticSeries])[] = [];
  private readonly expressions = new Map<string, Expression>();
  private readonly returned: string;
  private readonly sampleCount?: StatisticSeries;
  private readonly readsTime: boolean;
  private latest?: { readonly read: readonly Read[]; readonly state: State };

  /**
   * @param minutesOf the minutes of a stream, from so many seconds before the first evaluation
   * @throws when the world does not say what a metric does, or an expression is no metric math
   */
  constructor(
    private readonly alarm: MetricAlarm,
    world: World,
    minutesOf: (stream: Stream, historySeconds: number) => Minutes,
    private readonly assumptions: Assumptions,
  ) {
    const { properties } = alarm;
    const queries = properties.Metrics ?? [];
    this.period = periodOf(alarm);
    this.range = rangeOf(alarm, assumptions);
    this.readsTime = queries.some(({ Expression = '' }) =>
      Object.keys(timeFunctions).some((name) => Expression.includes(`${name}(`)),
    );
    this.returned = queries.find(({ ReturnData }) => ReturnData)?.Id ?? 'metric';

    const statisticOf = (metric: MetricId, statistic: string): StatisticSeries => {
      const stream = world(metric);
      if (!stream)
        throw new Error(
          `Alarm ${alarm.name} reads ${canonical(metric)}, of which the world says nothing. Add a feed; for a metric without data, add silence.`,
        );
      // A wall clock window begins up to a period earlier.
      const minutes = minutesOf(stream, (this.range + 1) * this.period);
      return new StatisticSeries(minutes, statistic, this.period);
    };

    const { Namespace = '', MetricName, Dimensions, Statistic, ExtendedStatistic } = properties;
    if (MetricName !== undefined) {
      const metric = metricId(Namespace, MetricName, Dimensions);
      this.metrics.push(['metric', statisticOf(metric, Statistic ?? ExtendedStatistic ?? '')]);
      if (properties.EvaluateLowSampleCountPercentile === 'ignore')
        this.sampleCount = statisticOf(metric, 'SampleCount');
    }
    for (const { Id, Expression, MetricStat } of queries) {
      if (Expression !== undefined) this.expressions.set(Id, parseExpression(Expression));
      if (!MetricStat) continue;
      const { Metric, Stat } = MetricStat;
      this.metrics.push([
        Id,
        statisticOf(metricId(Metric.Namespace, Metric.MetricName, Metric.Dimensions), Stat),
      ]);
    }
  }

  /**
   * Whether the alarm is evaluated at this minute: each minute, but each hour when its periods make
   * up more than a day.
   * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
   */
  isDue(now: number): boolean {
    return this.period * this.alarm.properties.EvaluationPeriods <= day || now % hour === 0;
  }

  /** The state at a time, given the state before. */
  stateAt(now: number, current: State): State {
    if (this.hasTooFewSamples(now)) return current;
    const ends = this.endsOf(now);
    const read = this.metrics.map(([id, metric]) => [id, ends.map((end) => metric.at(end, now))] as const);
    // The same data leaves the alarm in the state to which it has led: most minutes of a quiet day.
    if (!this.readsTime && this.latest?.state === current && sameValues(this.latest.read, read))
      return current;
    const points = this.datapoints(ends, new Map(read)).map((value) =>
      value === undefined ? undefined : breaches(value, this.alarm.properties),
    );
    const state = stateFrom(points, current, this.alarm.properties);
    this.latest = { read, state };
    return state;
  }

  /** The values of the evaluation range, oldest first. */
  private datapoints(ends: readonly number[], metrics: ReadonlyMap<string, Series>): Series {
    const request = {
      timestamps: ends.map((end) => end - this.period),
      period: this.period,
      metrics,
      missingOperand: this.assumptions.missingOperand ?? 'zero',
    };
    const valueOf = (id: string, path: readonly string[]): Value | undefined => {
      const metric = metrics.get(id);
      if (metric) return series(metric);
      const expression = this.expressions.get(id);
      if (!expression) return undefined;
      if (path.includes(id)) throw new Error(`${[...path, id].join(' → ')} is a circle.`);
      return evaluateMath(expression, request, (other) => valueOf(other, [...path, id]));
    };
    try {
      const value = valueOf(this.returned, []);
      if (value?.kind === 'series') return value.values;
      throw new Error(
        `an alarm watches one time series, found ${value ? nameOfKind[value.kind] : 'nothing'}.`,
      );
    } catch (error) {
      throw new Error(`Alarm ${this.alarm.name}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }

  /**
   * The ends of the periods, oldest first. A sliding window "advances each time the alarm is
   * evaluated", so its periods end at the evaluation; those of a wall clock window end at multiples
   * of the period.
   * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation-window.html
   */
  private endsOf(now: number): readonly number[] {
    const window = this.alarm.properties.EvaluationWindow;
    const end = window && 'WallClockWindow' in window ? now - (now % this.period) : now;
    const ends: number[] = [];
    for (let back = this.range - 1; back >= 0; back -= 1) ends.push(end - back * this.period);
    return ends;
  }

  /**
   * "If ignore, the alarm state does not change during periods with too few data points." Without
   * any data point there is no percentile: then the rule for missing data decides.
   */
  private hasTooFewSamples(now: number): boolean {
    const {
      EvaluateLowSampleCountPercentile: rule,
      ExtendedStatistic,
      EvaluationPeriods,
    } = this.alarm.properties;
    const needed = significantCount(ExtendedStatistic ?? '');
    if (rule !== 'ignore' || needed === undefined) return false;
    const counts = this.endsOf(now)
      .slice(-EvaluationPeriods)
      .map((end) => this.sampleCount?.at(end, now) ?? 0);
    const count = counts.reduce((sum, each) => sum + each, 0);
    return count > 0 && count < needed;
  }
}

/** The values of a metric by its id. */
type Read = readonly [id: string, values: Series];

const sameValues = (one: readonly Read[], other: readonly Read[]): boolean =>
  one.every(([, values], index) => values.every((value, place) => value === other[index]?.[1][place]));

const metricId = (
  namespace: string,
  metricName: string,
  dimensions: readonly { readonly Name: string; readonly Value: unknown }[],
): MetricId => ({
  namespace,
  metricName,
  dimensions: Object.fromEntries(dimensions.map(({ Name, Value }) => [Name, canonical(Value)])),
});
