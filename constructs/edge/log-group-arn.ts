import { ArnFormat, Stack, type aws_logs as logs } from 'aws-cdk-lib';

/**
 * The group's own ARN. `logGroupArn` ends in `:*`, which stands for the streams in it, and WAF takes
 * no other form than this (https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html).
 */
export function logGroupArn(logGroup: logs.ILogGroup): string {
  return Stack.of(logGroup).formatArn({
    service: 'logs',
    resource: 'log-group',
    resourceName: logGroup.logGroupName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}
