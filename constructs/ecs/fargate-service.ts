import { aws_ec2 as ec2, aws_ecs as ecs, Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Deployment } from '../../lib/deployment/schema';
import { privateSubnets } from '../network/tiers';
import { acknowledgeShell } from '../findings/acknowledge-shell';
import { strategies } from '../ingress/rollout';
import { scaleTasks } from './task-scaling';
import type { Traffic } from '../ingress/traffic';

type Fargate = NonNullable<Deployment['targets']['fargate']>;

export interface FargateServiceProps {
  readonly fargate: Fargate;
  readonly cluster: ecs.ICluster;
  /** The application's; its task definition is what runs. */
  readonly container: ecs.ContainerDefinition;
  readonly traffic: Traffic;
  readonly securityGroup: ec2.ISecurityGroup;
  /** Outside them no task runs. @default - always on */
  readonly hours?: Deployment['schedule'];
}

export const capacityProvider = 'FARGATE';

/** Keeps the application's tasks running over all zones: as many as the load asks for, replaced one version by the next. */
export class FargateService extends ecs.FargateService {
  constructor(scope: Construct, id: string, props: FargateServiceProps) {
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
    scaleTasks(this, fargate.tasks, {
      hours: props.hours,
      // The requests are those of one target group, and any other rollout changes which one has them.
      requestsOf: fargate.rollout === 'rolling' ? traffic.targetGroups[0] : undefined,
    });
    if (fargate.exec) acknowledgeShell(container.taskDefinition.taskRole, props.cluster);
  }
}
