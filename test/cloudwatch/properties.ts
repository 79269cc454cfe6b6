import { z } from 'zod';

/* The properties of alarms as a template holds them. A property that the model does not evaluate is
 * refused, so that no scenario passes because a setting was overlooked.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-compositealarm.html */

/** A value that may be an intrinsic function. */
const anything = z.unknown();
const actions = z.array(anything).default([]);

const dimensions = z.array(z.strictObject({ Name: z.string(), Value: anything })).default([]);

/** In seconds. A shorter period is for high-resolution metrics, which this model does not have. */
const period = z
  .number()
  .int()
  .refine((seconds) => seconds > 0 && seconds % 60 === 0, 'a period is a multiple of 60 seconds');

const metricQuery = z
  .strictObject({
    Id: z.string().regex(/^[a-z][A-Za-z0-9_]*$/, 'an id starts with a lowercase letter'),
    Label: anything.optional(),
    ReturnData: z.boolean().default(true),
    Expression: z.string().optional(),
    Period: period.optional(),
    /** The model has one account: the region and the account of a metric are not compared. */
    AccountId: anything.optional(),
    MetricStat: z
      .strictObject({
        Metric: z.strictObject({ Namespace: z.string(), MetricName: z.string(), Dimensions: dimensions }),
        Period: period,
        Stat: z.string(),
      })
      .optional(),
  })
  .refine(
    ({ Expression, MetricStat }) => (Expression === undefined) !== (MetricStat === undefined),
    'a query has either Expression or MetricStat',
  );

const shared = {
  ActionsEnabled: z.boolean().default(true),
  AlarmActions: actions,
  AlarmDescription: anything.optional(),
  AlarmName: anything.optional(),
  InsufficientDataActions: actions,
  OKActions: actions,
  Tags: anything.optional(),
};

const comparisonOperators = [
  'GreaterThanOrEqualToThreshold',
  'GreaterThanThreshold',
  'LessThanThreshold',
  'LessThanOrEqualToThreshold',
] as const;

const missingDataRules = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;

const lastsAtMost = (days: number) => days * 86_400;

const metricAlarm = z
  .strictObject({
    ...shared,
    ComparisonOperator: z.enum(comparisonOperators),
    EvaluationPeriods: z.number().int().min(1),
    DatapointsToAlarm: z.number().int().min(1).optional(),
    Threshold: z.number(),
    TreatMissingData: z.enum(missingDataRules).default('missing'),
    EvaluateLowSampleCountPercentile: z.enum(['evaluate', 'ignore']).default('evaluate'),
    EvaluationWindow: z
      .union([
        z.strictObject({ SlidingWindow: anything }),
        z.strictObject({ WallClockWindow: z.strictObject({ Timezone: z.literal('UTC').optional() }) }),
      ])
      .optional(),
    Namespace: z.string().optional(),
    MetricName: z.string().optional(),
    Dimensions: dimensions,
    Statistic: z.string().optional(),
    ExtendedStatistic: z.string().optional(),
    Period: period.optional(),
    Metrics: z.array(metricQuery).min(1).optional(),
  })
  .refine(
    ({ MetricName, Metrics }) => (MetricName === undefined) !== (Metrics === undefined),
    'an alarm has either MetricName or Metrics',
  )
  .refine(
    ({ MetricName, Namespace, Period, Statistic, ExtendedStatistic }) =>
      MetricName === undefined ||
      (Namespace !== undefined &&
        Period !== undefined &&
        (Statistic === undefined) !== (ExtendedStatistic === undefined)),
    'a metric needs Namespace, Period and either Statistic or ExtendedStatistic',
  )
  .refine(
    ({ Metrics }) => !Metrics || Metrics.filter(({ ReturnData }) => ReturnData).length === 1,
    'exactly one of Metrics has ReturnData',
  )
  .refine(
    ({ Metrics }) => (Metrics ?? []).filter(({ MetricStat }) => MetricStat).length <= 10,
    'an alarm on a math expression has 10 metrics at most',
  )
  .refine(
    ({ Metrics }) => new Set(Metrics?.map(({ Id }) => Id)).size === (Metrics?.length ?? 0),
    'the ids of Metrics differ',
  )
  .refine(({ Metrics }) => periodsOf(Metrics ?? []).size <= 1, 'all Metrics have the same period')
  .refine(
    ({ DatapointsToAlarm = 1, EvaluationPeriods }) => DatapointsToAlarm <= EvaluationPeriods,
    'DatapointsToAlarm is not above EvaluationPeriods',
  )
  // A week begins on Monday, which the model's windows do not know.
  .refine(
    ({ EvaluationWindow, Period, Metrics }) =>
      !EvaluationWindow ||
      !('WallClockWindow' in EvaluationWindow) ||
      [60, 300, 3600, 86_400].includes(Period ?? [...periodsOf(Metrics ?? [])][0] ?? 0),
    'a wall clock window has a period of a minute, five minutes, an hour or a day',
  )
  // "For alarms with a period of less than one hour, the total evaluation period can't be longer
  // than one day", otherwise seven days (PutMetricAlarm, Period).
  .refine(({ Metrics, Period, EvaluationPeriods }) => {
    const seconds = Period ?? [...periodsOf(Metrics ?? [])][0] ?? 0;
    return seconds * EvaluationPeriods <= lastsAtMost(seconds < 3600 ? 1 : 7);
  }, 'Period times EvaluationPeriods is one day at most, or seven days when Period is an hour or more');

export const periodsOf = (queries: readonly z.infer<typeof metricQuery>[]): ReadonlySet<number> =>
  new Set(queries.flatMap(({ Period, MetricStat }) => MetricStat?.Period ?? Period ?? []));

const compositeAlarm = z.strictObject({
  ...shared,
  AlarmRule: anything,
  ActionsSuppressor: anything.optional(),
  /** In seconds. */
  ActionsSuppressorExtensionPeriod: z.number().int().min(0).optional(),
  /** In seconds. */
  ActionsSuppressorWaitPeriod: z.number().int().min(0).optional(),
});

export type MetricAlarmProperties = z.infer<typeof metricAlarm>;
export type CompositeAlarmProperties = z.infer<typeof compositeAlarm>;

/** Throws when CloudWatch would refuse the properties, or the model does not evaluate them. */
export const metricAlarmProperties = (name: string, properties: unknown): MetricAlarmProperties =>
  read(name, metricAlarm, properties);

/** Throws when CloudWatch would refuse the properties, or the model does not evaluate them. */
export const compositeAlarmProperties = (name: string, properties: unknown): CompositeAlarmProperties =>
  read(name, compositeAlarm, properties);

function read<T>(name: string, schema: z.ZodType<T>, properties: unknown): T {
  const { data, error } = schema.safeParse(properties);
  if (error)
    throw new Error(
      `Alarm ${name}: ${error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': ')).join('; ')}.`,
    );
  return data;
}
