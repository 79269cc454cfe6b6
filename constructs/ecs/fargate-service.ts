import { aws_ec2 as ec2, aws_ecs as ecs, Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ScheduleSettings } from '../../lib/deployment/schema/schedule';
import type { FargateSettings } from '../../lib/deployment/schema/targets';
import { attachmentsOf } from '../attachments';
import { privateSubnets } from '../network/tiers';
import { acknowledgeShell } from '../findings/acknowledge-shell';
import { strategies } from '../ingress/rollout';
import { scaleTasks } from './task-scaling';
import type { Traffic } from '../ingress/traffic';

export interface FargateServiceProps {
  readonly settings: FargateSettings;
  readonly cluster: ecs.ICluster;
  /** The application's; its task definition is what runs. */
  readonly application: ecs.ContainerDefinition;
  /** Of each load balancer, the one in use first. */
  readonly traffic: readonly Traffic[];
  readonly securityGroup: ec2.ISecurityGroup;
  /** Roll a release back. @default - only failed tasks do */
  readonly deploymentAlarms?: ecs.DeploymentAlarmConfig;
  /** Outside them no task runs. @default - always on */
  readonly schedule?: ScheduleSettings;
}

export const capacityProvider = 'FARGATE';

/** Runs the application's tasks over all zones, scales them with the load and replaces them at a release. */
export class FargateService extends ecs.FargateService {
  constructor(scope: Construct, id: string, props: FargateServiceProps) {
    const { settings, application, traffic } = props;
    super(scope, id, {
      cluster: props.cluster,
      taskDefinition: application.taskDefinition,
      capacityProviderStrategies: [{ capacityProvider, weight: 1 }],
      vpcSubnets: privateSubnets,
      assignPublicIp: false,
      securityGroups: [props.securityGroup],
      // No desiredCount: with scaling, a count in the template would undo it at every deployment.
      // https://github.com/aws/aws-cdk/issues/3919
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      circuitBreaker: { rollback: true },
      deploymentAlarms: props.deploymentAlarms,
      availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.ENABLED,
      healthCheckGracePeriod: Duration.seconds(30),
      propagateTags: ecs.PropagatedTagSource.SERVICE,
      enableECSManagedTags: true,
      enableExecuteCommand: settings.exec,
      ...strategies[settings.rollout],
    });
    // The service needs the way to the stores before its first task. The cluster's capacity providers can be
    // removed only after the service.
    this.node.addDependency(attachmentsOf(props.securityGroup), attachmentsOf(props.cluster));
    for (const each of traffic) each.register(this, application);
    scaleTasks(this, settings.tasks, {
      schedule: props.schedule,
      // The requests are those of one target group, and any other rollout changes which one has them.
      requestsOf: settings.rollout === 'rolling' ? traffic[0]?.targetGroups[0] : undefined,
    });
    if (settings.exec) acknowledgeShell(application.taskDefinition.taskRole, props.cluster);
  }
}
