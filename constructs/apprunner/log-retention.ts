import {
  ArnFormat,
  aws_iam as iam,
  CustomResource,
  Duration,
  Stack,
  type aws_apprunner as apprunner,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { Handler } from '../lambda/handler';
import { serviceName } from './service-name';

export interface LogRetentionProps {
  readonly logs: LogSettings;
  readonly service: apprunner.CfnService;
}

/**
 * App Runner makes its log groups itself, under names that contain the service's id, and without
 * retention. So a template can neither make nor name them; a function sets their retention once the
 * service exists.
 */
export class LogRetention extends Construct {
  constructor(scope: Construct, id: string, props: LogRetentionProps) {
    super(scope, id);
    const { logs, service } = props;
    const names = [logName(service, 'application'), logName(service, 'service')];
    // The id stays: another one would replace the function.
    const handler = new Handler(this, 'Keeper', {
      logs,
      name: 'log-retention',
      description: 'Limits how long App Runner keeps logs',
      timeout: Duration.minutes(1),
    });
    handler.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['logs:CreateLogGroup', 'logs:PutRetentionPolicy'],
        resources: names.map((resourceName) =>
          Stack.of(this).formatArn({
            service: 'logs',
            resource: 'log-group',
            resourceName,
            arnFormat: ArnFormat.COLON_RESOURCE_NAME,
          }),
        ),
      }),
    );
    new CustomResource(this, 'Retention', {
      resourceType: 'Custom::LogRetention',
      serviceToken: handler.functionArn,
      serviceTimeout: Duration.minutes(2),
      properties: { LogGroups: names, RetentionDays: logs.retentionDays },
    });
  }
}

/** Name of a log group that App Runner makes. https://docs.aws.amazon.com/apprunner/latest/dg/monitor-cwl.html */
export function logName(service: apprunner.CfnService, part: 'application' | 'service'): string {
  return `/aws/apprunner/${serviceName(service)}/${service.attrServiceId}/${part}`;
}
