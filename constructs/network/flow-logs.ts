import { aws_ec2 as ec2, aws_iam as iam, aws_logs as logs } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { attachmentsOf } from '../attachments';
import type { NetworkSettings } from '../../lib/deployment/schema/network';

export interface FlowLogsProps {
  readonly vpc: ec2.IVpc;
  /** Days they are kept. */
  readonly flowLogRetentionDays: NetworkSettings['flowLogRetentionDays'];
}

/** Accepted and rejected connections in the VPC: about $0.50 for a GB of records. */
export class FlowLogs extends Construct {
  constructor(scope: Construct, id: string, props: FlowLogsProps) {
    super(scope, id);
    const { vpc, flowLogRetentionDays } = props;
    const logGroup = new logs.LogGroup(this, 'LogGroup', { retention: flowLogRetentionDays });
    // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('vpc-flow-logs.amazonaws.com'),
      description: 'Writes flow logs to their log group',
    });
    logGroup.grant(role, 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents');
    // The L2 construct sets two validation rules aside for a destination in S3, also where there is none.
    new ec2.CfnFlowLog(this, 'FlowLog', {
      resourceType: 'VPC',
      resourceId: vpc.vpcId,
      trafficType: 'ALL',
      logDestinationType: 'cloud-watch-logs',
      logGroupName: logGroup.logGroupName,
      deliverLogsPermissionArn: role.roleArn,
    }).node.addDependency(attachmentsOf(role));
  }
}
