import { aws_ec2 as ec2, aws_ecs as ecs, aws_logs as logs, RemovalPolicy } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Deployment } from '../../lib/deployment/schema';

export interface ServiceClusterProps {
  readonly deployment: Deployment;
  readonly vpc: ec2.IVpc;
  /** Someone may open a shell in a task; what is typed and shown is logged. */
  readonly exec: boolean;
  /** Container Insights: metrics beside the CPU and memory that ECS gives for nothing. @default true */
  readonly insights?: boolean;
}

/**
 * One cluster a target. Container Insights without its enhanced part: some 25 metrics for two services
 * at $0.30 = $8 a month; the enhanced part adds metrics for each task and container, and so a price
 * that grows with every task. https://aws.amazon.com/cloudwatch/pricing/
 */
export class ServiceCluster extends ecs.Cluster {
  constructor(scope: Construct, id: string, props: ServiceClusterProps) {
    super(scope, id, {
      vpc: props.vpc,
      enableFargateCapacityProviders: true,
      containerInsightsV2:
        (props.insights ?? true) ? ecs.ContainerInsights.ENABLED : ecs.ContainerInsights.DISABLED,
      executeCommandConfiguration: props.exec ? loggedSessions(scope, props.deployment) : undefined,
    });
  }
}

function loggedSessions(parent: Construct, { alarms }: Deployment): ecs.ExecuteCommandConfiguration {
  const cloudWatchLogGroup = new logs.LogGroup(parent, 'ExecSessions', {
    retention: alarms.logRetentionDays,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  return { logging: ecs.ExecuteCommandLogging.OVERRIDE, logConfiguration: { cloudWatchLogGroup } };
}
