import { aws_cloudwatch as cloudwatch } from 'aws-cdk-lib';
import {
  deploymentDimension,
  metricNamespace,
  metrics,
  type MetricName,
} from '../../app-image/contract/metrics';
import type { AlarmSet } from './alarm-set';

/** A metric that the bundled shop writes for the whole deployment. */
export function shopMetric(deployment: string, metricName: MetricName): cloudwatch.Metric {
  return new cloudwatch.Metric({
    namespace: metricNamespace,
    metricName,
    dimensionsMap: { [deploymentDimension]: deployment },
    statistic: metrics[metricName].statistic,
  });
}

/** Alarms on what only the application knows: the answers of Claude, and its budget of tokens. */
export function applicationAlarms(alarms: AlarmSet, deployment: string): void {
  const throttles = shopMetric(deployment, 'ChatThrottles');
  const errors = shopMetric(deployment, 'ChatErrors');
  const budget = shopMetric(deployment, 'TokenBudgetPercent');
  alarms.raise('chat-throttled', (period) => throttles.with({ period }));
  alarms.raise('chat-errors', (period) => errors.with({ period }));
  alarms.raise('token-budget-50', (period) => budget.with({ period }));
  alarms.raise('token-budget-80', (period) => budget.with({ period }));
  alarms.raise('token-budget-100', (period) => budget.with({ period }));
}
