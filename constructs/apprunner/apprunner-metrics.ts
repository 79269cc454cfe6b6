import { aws_cloudwatch as cloudwatch, type aws_apprunner as apprunner } from 'aws-cdk-lib';
import { stackValue } from '../stack-value';
import type { TargetMetrics } from '../target';
import { serviceName } from './service-name';

/** What App Runner says of a service. https://docs.aws.amazon.com/apprunner/latest/dg/monitor-cw.html */
export function appRunnerMetrics(service: apprunner.CfnService, leastInstances: number): TargetMetrics {
  const dimensionsMap = {
    ServiceName: stackValue(service, 'MetricName', serviceName(service)),
    ServiceID: service.attrServiceId,
  };
  const metric = (metricName: string, statistic: string) =>
    new cloudwatch.Metric({ namespace: 'AWS/AppRunner', metricName, dimensionsMap, statistic });
  const requests = metric('Requests', 'Sum');
  // An instance that waits reports its memory as well.
  const heartbeat = metric('MemoryUtilization', 'SampleCount');
  return {
    requests,
    serverErrors: [metric('5xxStatusResponses', 'Sum')],
    responseTime: metric('RequestLatency', 'Average'),
    responseTimeUnit: 'milliseconds',
    cpuPercent: metric('CPUUtilization', 'Average'),
    memoryPercent: metric('MemoryUtilization', 'Average'),
    // App Runner counts only instances with a request in hand, and says nothing of those that wait. A minute
    // that it has not reported yet has no value: with a number there the newest minute would end the alarm.
    healthyTasks: (period) =>
      new cloudwatch.MathExpression({
        expression: `IF(alive > 0, IF(FILL(requests, 0) > 0, FILL(active, 0), ${leastInstances}))`,
        usingMetrics: { alive: heartbeat, requests, active: metric('ActiveInstances', 'Maximum') },
        label: 'Instances that answer',
        period,
      }),
    heartbeat,
  };
}
