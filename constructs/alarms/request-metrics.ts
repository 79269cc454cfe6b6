import { aws_cloudwatch as cloudwatch, type Duration } from 'aws-cdk-lib';
import type { RequestMetrics } from '../target';

/** p95 latency in milliseconds; 0 in periods with few requests. */
export function latencyPercentile(
  { requests, responseTime, responseTimeUnit }: RequestMetrics,
  period: Duration,
  least: number,
): cloudwatch.MathExpression {
  const factor = responseTimeUnit === 'seconds' ? ' * 1000' : '';
  return new cloudwatch.MathExpression({
    expression: `IF(requests >= ${least}, latency${factor}, 0)`,
    usingMetrics: { requests, latency: responseTime.with({ statistic: 'p95' }) },
    label: 'p95 latency in ms',
    period,
  });
}

/**
 * Percent of requests that failed. What a source has not counted is 0, as CloudWatch gets no zeros of it.
 *
 * @param least 0 % in periods with fewer requests. Default: any number counts
 */
export function errorPercent(
  { requests, serverErrors }: RequestMetrics,
  period: Duration,
  least = 0,
): cloudwatch.MathExpression {
  const errors = Object.fromEntries(serverErrors.map((metric, index) => [`errors${index}`, metric]));
  const percent = `100 * (${Object.keys(errors)
    .map((name) => `FILL(${name}, 0)`)
    .join(' + ')}) / requests`;
  return new cloudwatch.MathExpression({
    expression: least > 0 ? `IF(requests >= ${least}, ${percent}, 0)` : percent,
    usingMetrics: { requests, ...errors },
    label: 'Failed requests in percent',
    period,
  });
}

/** Percent of requests slower than a limit. `PR` is the percentile rank: the share of values in a range. */
export function slowPercent(
  { requests, responseTime, responseTimeUnit }: RequestMetrics,
  limitMs: number,
  period: Duration,
  least = 0,
): cloudwatch.MathExpression {
  const limit = responseTimeUnit === 'seconds' ? limitMs / 1000 : limitMs;
  const fast = responseTime.with({ statistic: `PR(:${limit})` });
  return new cloudwatch.MathExpression({
    expression: least > 0 ? `IF(requests >= ${least}, 100 - fast, 0)` : '100 - fast',
    usingMetrics: least > 0 ? { requests, fast } : { fast },
    label: 'Slow requests in percent',
    period,
  });
}

/**
 * 1 in a minute in which requests have come and no task has answered one. A minute whose requests are not known
 * yet has no value: with a 0 there the newest minute would always end the alarm.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html (FILL)
 */
export function requestsWithoutAnswer(
  { requests, responseTime }: RequestMetrics,
  period: Duration,
): cloudwatch.MathExpression {
  return new cloudwatch.MathExpression({
    expression: 'IF(requests > 5, IF(FILL(answers, 0) < 1, 1, 0), 0)',
    usingMetrics: { requests, answers: responseTime.with({ statistic: 'SampleCount' }) },
    label: 'Requests without an answer',
    period,
  });
}
