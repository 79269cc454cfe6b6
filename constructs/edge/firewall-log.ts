import { aws_logs as logs, aws_wafv2 as wafv2, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { logGroupArn } from './log-group-arn';

/** Headers with which a reader of the log could act as the customer. */
export const credentialHeaders = ['authorization', 'cookie'];

export interface FirewallLogProps {
  readonly webAclArn: string;
  readonly logs: LogSettings;
}

/** Requests that the firewall blocked or counted; allowed requests are in the access log. */
export class FirewallLog extends Construct {
  readonly logGroupName: string;

  constructor(scope: Construct, id: string, props: FirewallLogProps) {
    super(scope, id);
    const { webAclArn } = props;
    // WAF writes to names with this prefix only.
    // https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html
    this.logGroupName = `aws-waf-logs-${Stack.of(this).stackName}`;
    const logGroup = new logs.LogGroup(this, 'LogGroup', {
      logGroupName: this.logGroupName,
      retention: props.logs.retentionDays,
      // A log group that stays would hold its name against a later deployment of the same name.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const kept = ['BLOCK', 'COUNT'].map((Action) => ({ ActionCondition: { Action } }));
    new wafv2.CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: webAclArn,
      logDestinationConfigs: [logGroupArn(logGroup)],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [{ Behavior: 'KEEP', Requirement: 'MEETS_ANY', Conditions: kept }],
      },
      redactedFields: credentialHeaders.map((Name) => ({ singleHeader: { Name } })),
    });
  }
}
