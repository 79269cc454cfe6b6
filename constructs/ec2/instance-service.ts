import { aws_ecs as ecs, Duration, type aws_ec2 as ec2 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Ec2Settings } from '../../lib/deployment/schema/targets';
import { attachmentsOf } from '../attachments';
import { acknowledgeShell } from '../findings/acknowledge-shell';
import { scaleTasks } from '../ecs/task-scaling';
import type { Traffic } from '../ingress/traffic';

export interface InstanceServiceProps {
  readonly settings: Ec2Settings;
  readonly cluster: ecs.ICluster;
  readonly capacityProvider: string;
  /** The application's; its task definition is what runs. */
  readonly application: ecs.ContainerDefinition;
  /** Of each load balancer, the one in use first. */
  readonly traffic: readonly Traffic[];
  /** The instances'; the load balancers may connect to the ports that Docker assigns to tasks. */
  readonly securityGroup: ec2.ISecurityGroup;
  /** Roll a release back. @default - only failed tasks do */
  readonly deploymentAlarms?: ecs.DeploymentAlarmConfig;
}

/** Keeps the application's tasks running on the instances; even on a single instance a new version is healthy before the old one stops. */
export class InstanceService extends ecs.Ec2Service {
  constructor(scope: Construct, id: string, props: InstanceServiceProps) {
    const { settings, cluster, capacityProvider, application, traffic, securityGroup } = props;
    super(scope, id, {
      cluster,
      taskDefinition: application.taskDefinition,
      capacityProviderStrategies: [{ capacityProvider, weight: 1 }],
      // Over the zones where there are two instances, and close together within one.
      placementStrategies: [
        ecs.PlacementStrategy.spreadAcross(ecs.BuiltInAttributes.AVAILABILITY_ZONE),
        ecs.PlacementStrategy.packedByMemory(),
      ],
      // A zone without an instance has no room, so there is nothing to rebalance to.
      availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.DISABLED,
      // No desiredCount, see FargateService.
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      circuitBreaker: { rollback: true },
      deploymentAlarms: props.deploymentAlarms,
      healthCheckGracePeriod: Duration.seconds(30),
      propagateTags: ecs.PropagatedTagSource.SERVICE,
      enableECSManagedTags: true,
      enableExecuteCommand: settings.exec,
    });
    // The cluster's capacity and the way to the stores have to be there before the first task.
    this.node.addDependency(attachmentsOf(cluster), attachmentsOf(securityGroup));
    this.connections.addSecurityGroup(securityGroup);
    for (const each of traffic) each.register(this, application);
    scaleTasks(this, settings.tasks, { requestsOf: traffic[0]?.targetGroups[0] });
    if (settings.exec) acknowledgeShell(application.taskDefinition.taskRole, cluster);
  }
}
