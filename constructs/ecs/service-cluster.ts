import { aws_ec2 as ec2, aws_ecs as ecs, aws_logs as logs, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { LogSettings } from '../../lib/deployment/schema/logs';

export interface ServiceClusterProps {
  /** Of the sessions of ECS Exec. */
  readonly logs: LogSettings;
  readonly vpc: ec2.IVpc;
  /** Allows a shell in a task with ECS Exec; its sessions are logged. */
  readonly exec: boolean;
  /** Container Insights: metrics besides the CPU and memory that are free. @default true */
  readonly insights?: boolean;
  /** Whether tasks may run on Fargate. @default true */
  readonly fargate?: boolean;
}

/**
 * One cluster per target. Container Insights is used without enhanced observability: about 25 metrics
 * for two services at $0.30 = $8 a month. Enhanced observability adds metrics for each task and
 * container, so its price grows with every task. https://aws.amazon.com/cloudwatch/pricing/
 */
export class ServiceCluster extends ecs.Cluster {
  constructor(scope: Construct, id: string, props: ServiceClusterProps) {
    const insights = props.insights ?? true;
    super(scope, id, {
      vpc: props.vpc,
      enableFargateCapacityProviders: props.fargate ?? true,
      containerInsightsV2: insights ? ecs.ContainerInsights.ENABLED : ecs.ContainerInsights.DISABLED,
      executeCommandConfiguration: props.exec ? loggedSessions(scope, props.logs) : undefined,
    });
    if (!insights) {
      Validations.of(this).acknowledge({
        id: 'AwsSolutions-ECS4',
        reason:
          'Container Insights would cost about $8 a month. The metrics of this target do not use it: they are those of the load balancer and of AWS/ECS or AWS/AppRunner, which are free.',
      });
    }
  }
}

function loggedSessions(parent: Construct, { retentionDays }: LogSettings): ecs.ExecuteCommandConfiguration {
  // Kept for audits, also when the stack is rolled back. Its lines expire.
  const cloudWatchLogGroup = new logs.LogGroup(parent, 'ExecSessions', {
    retention: retentionDays,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  return { logging: ecs.ExecuteCommandLogging.OVERRIDE, logConfiguration: { cloudWatchLogGroup } };
}
