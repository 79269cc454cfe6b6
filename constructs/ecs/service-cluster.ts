import { aws_ec2 as ec2, aws_ecs as ecs, aws_logs as logs, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { LogSettings } from '../../lib/deployment/schema/logs';

export interface ServiceClusterProps {
  /** Of what is typed and shown in a shell. */
  readonly logs: LogSettings;
  readonly vpc: ec2.IVpc;
  /** Someone may open a shell in a task; what is typed and shown is logged. */
  readonly exec: boolean;
  /** Container Insights: metrics beside the CPU and memory that ECS gives for nothing. @default true */
  readonly insights?: boolean;
  /** Whether tasks may run on Fargate. @default true */
  readonly fargate?: boolean;
}

/**
 * One cluster a target. Container Insights, where it is on, without its enhanced part: some 25 metrics for two services
 * at $0.30 = $8 a month; the enhanced part adds metrics for each task and container, and so a price
 * that grows with every task. https://aws.amazon.com/cloudwatch/pricing/
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
          'The cheapest targets go without: ECS gives CPU, memory and the number of running tasks for nothing, and the application writes its own metrics.',
      });
    }
  }
}

function loggedSessions(parent: Construct, { retentionDays }: LogSettings): ecs.ExecuteCommandConfiguration {
  const cloudWatchLogGroup = new logs.LogGroup(parent, 'ExecSessions', {
    retention: retentionDays,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  return { logging: ecs.ExecuteCommandLogging.OVERRIDE, logConfiguration: { cloudWatchLogGroup } };
}
