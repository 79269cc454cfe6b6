import { canonical } from './canonical';
import { breaches, stateFrom } from './evaluation';
import { evaluateMath } from './maths/evaluate';
import type { MissingOperand } from './maths/operators';
import { parseExpression, type Expression } from './maths/parse';
import { nameOfKind, series, type Series, type Value } from './maths/value';
import { Minutes } from './minutes';
import { periodsOf } from './properties';
import type { State } from './rule';
import { StatisticSeries } from './series';
import { significantCount } from './statistics';
import type { MetricAlarm } from './template';
import type { MetricId, World } from './world';

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

/** The time of a replay, in seconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const hour = 3600;
const day = 86_400;

/** One metric alarm in a world. */
export class EvaluatedMetricAlarm {
  private readonly period: number;
  private readonly range: number;
  private readonly metrics = new Map<string, StatisticSeries>();
  private readonly expressions = new Map<string, Expression>();
  private readonly returned: string;
  private readonly sampleCount?: StatisticSeries;

  /** Throws when the world does not say what a metric does, or an expression is no metric math. */
  constructor(
    private readonly alarm: MetricAlarm,
    world: World,
    span: Span,
    private readonly assumptions: Assumptions,
  ) {
    const { properties } = alarm;
    const queries = properties.Metrics ?? [];
    this.period = properties.Period ?? [...periodsOf(queries)][0] ?? 0;
    if (this.period === 0) throw new Error(`Alarm ${alarm.name}: no metric and no expression has a Period.`);
    this.range = properties.EvaluationPeriods + (assumptions.extraDatapoints ?? 2);
    this.returned = queries.find(({ ReturnData }) => ReturnData)?.Id ?? 'metric';

    const statisticOf = (metric: MetricId, statistic: string): StatisticSeries => {
      const stream = world(metric);
      if (!stream)
        throw new Error(
          `Alarm ${alarm.name} reads ${canonical(metric)}, of which the world says nothing. Add a feed; for a metric without data, add silence.`,
        );
      // A wall clock window begins up to a period earlier.
      const from = span.from - (this.range + 1) * this.period;
      return new StatisticSeries(new Minutes(stream, from, span.to), statistic, this.period);
    };

    const { Namespace = '', MetricName, Dimensions, Statistic, ExtendedStatistic } = properties;
    if (MetricName !== undefined) {
      const metric = metricId(Namespace, MetricName, Dimensions);
      this.metrics.set('metric', statisticOf(metric, Statistic ?? ExtendedStatistic ?? ''));
      this.sampleCount = statisticOf(metric, 'SampleCount');
    }
    for (const { Id, Expression, MetricStat } of queries) {
      if (Expression !== undefined) this.expressions.set(Id, parseExpression(Expression));
      if (!MetricStat) continue;
      const { Metric, Stat } = MetricStat;
      this.metrics.set(
        Id,
        statisticOf(metricId(Metric.Namespace, Metric.MetricName, Metric.Dimensions), Stat),
      );
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
    const points = this.datapoints(now).map((value) =>
      value === undefined ? undefined : breaches(value, this.alarm.properties),
    );
    return stateFrom(points, current, this.alarm.properties);
  }

  /** The values of the evaluation range, oldest first. */
  datapoints(now: number): Series {
    const ends = this.endsOf(now);
    const metrics = new Map(
      [...this.metrics].map(([id, metric]) => [id, ends.map((end) => metric.at(end, now))] as const),
    );
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
    return Array.from({ length: this.range }, (_, index) => end - (this.range - 1 - index) * this.period);
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

const metricId = (
  namespace: string,
  metricName: string,
  dimensions: readonly { readonly Name: string; readonly Value: unknown }[],
): MetricId => ({
  namespace,
  metricName,
  dimensions: Object.fromEntries(dimensions.map(({ Name, Value }) => [Name, canonical(Value)])),
});
