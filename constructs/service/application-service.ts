import { ArnFormat, aws_ec2 as ec2, aws_ecs as ecs, Duration, Stack, Validations } from 'aws-cdk-lib';
import type { Construct, IConstruct } from 'constructs';
import type { Deployment } from '../../lib/deployment/schema';
import { privateSubnets } from '../network/tiers';
import { acknowledgeWildcard } from './acknowledge-wildcard';
import { strategies } from './rollout';
import type { Traffic } from './traffic';

type Fargate = NonNullable<Deployment['targets']['fargate']>;

export interface ApplicationServiceProps {
  readonly fargate: Fargate;
  readonly cluster: ecs.ICluster;
  /** The application's; its task definition is what runs. */
  readonly container: ecs.ContainerDefinition;
  readonly traffic: Traffic;
  readonly securityGroup: ec2.ISecurityGroup;
}

export const capacityProvider = 'FARGATE';

/** Keeps the application's tasks running over all zones: as many as the load asks for, replaced one version by the next. */
export class ApplicationService extends ecs.FargateService {
  constructor(scope: Construct, id: string, props: ApplicationServiceProps) {
    const { fargate, container, traffic } = props;
    super(scope, id, {
      cluster: props.cluster,
      taskDefinition: container.taskDefinition,
      capacityProviderStrategies: [{ capacityProvider, weight: 1 }],
      vpcSubnets: privateSubnets,
      assignPublicIp: false,
      securityGroups: [props.securityGroup],
      // No desiredCount: with scaling, a count in the template would undo it at every deployment.
      // https://github.com/aws/aws-cdk/issues/3919
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      circuitBreaker: { rollback: true },
      availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.ENABLED,
      healthCheckGracePeriod: Duration.seconds(30),
      propagateTags: ecs.PropagatedTagSource.SERVICE,
      enableECSManagedTags: true,
      enableExecuteCommand: fargate.exec,
      ...strategies[fargate.rollout],
    });
    traffic.register(this, container);
    this.scale(fargate, traffic);
    if (fargate.exec) acknowledgeShell(container.taskDefinition.taskRole, props.cluster);
  }

  private scale({ tasks, rollout }: Fargate, traffic: Traffic): void {
    const scaling = this.autoScaleTaskCount({ minCapacity: tasks.min, maxCapacity: tasks.max });
    const cooldown = { scaleOutCooldown: Duration.seconds(30), scaleInCooldown: Duration.minutes(5) };
    scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: tasks.cpuPercent, ...cooldown });
    // The requests are those of one target group, and any other rollout changes which one has them.
    if (rollout === 'rolling') {
      scaling.scaleOnRequestCount('Requests', {
        requestsPerTarget: tasks.requestsPerTask,
        targetGroup: traffic.targetGroups[0],
        ...cooldown,
      });
    }
  }
}

/** CDK gives the task role what a shell needs. */
function acknowledgeShell(taskRole: IConstruct, { executeCommandConfiguration }: ecs.ICluster): void {
  Validations.of(taskRole).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason:
      'ECS Exec is switched on. Its channels (ssmmessages) and logs:DescribeLogGroups take no resource. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
  });
  const sessions = executeCommandConfiguration?.logConfiguration?.cloudWatchLogGroup;
  if (!sessions) return;
  acknowledgeWildcard(
    taskRole,
    Stack.of(taskRole).formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: `${sessions.logGroupName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    }),
    'A shell writes its session to a log stream of its own in this one log group.',
  );
}
