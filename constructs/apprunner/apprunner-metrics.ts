import { aws_cloudwatch as cloudwatch, Duration, Fn, type aws_apprunner as apprunner } from 'aws-cdk-lib';
import type { TargetMetrics } from '../target';

const period = Duration.minutes(1);

/** What App Runner says of a service. https://docs.aws.amazon.com/apprunner/latest/dg/monitor-cw.html */
export function appRunnerMetrics(service: apprunner.CfnService, leastInstances: number): TargetMetrics {
  const dimensionsMap = { ServiceName: serviceName(service), ServiceID: service.attrServiceId };
  const metric = (metricName: string, statistic: string) =>
    new cloudwatch.Metric({ namespace: 'AWS/AppRunner', metricName, dimensionsMap, statistic, period });
  const requests = metric('Requests', 'Sum');
  return {
    requests,
    serverErrors: metric('5xxStatusResponses', 'Sum'),
    // Already in milliseconds.
    latencyP95Ms: metric('RequestLatency', 'p95'),
    cpuPercent: metric('CPUUtilization', 'Average'),
    memoryPercent: metric('MemoryUtilization', 'Average'),
    // App Runner counts only instances with a request in hand, and says nothing of those that wait.
    healthyTasks: new cloudwatch.MathExpression({
      expression: `IF(FILL(requests, 0) > 0, FILL(active, 0), ${leastInstances})`,
      usingMetrics: { requests, active: metric('ActiveInstances', 'Maximum') },
      label: 'Instances that answer',
      period,
    }),
  };
}

/** App Runner makes the name; it stands in the ARN, `…:service/NAME/ID`. */
export function serviceName(service: apprunner.CfnService): string {
  return Fn.select(1, Fn.split('/', service.attrServiceArn));
}
