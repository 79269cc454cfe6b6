import { aws_ecs as ecs, Duration, type aws_ec2 as ec2 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledgeShell } from '../findings/acknowledge-shell';
import { scaleTasks } from '../ecs/task-scaling';
import type { Traffic } from '../ingress/traffic';
import type { Ec2Settings } from './instance-template';

export interface InstanceServiceProps {
  readonly settings: Ec2Settings;
  readonly cluster: ecs.ICluster;
  readonly capacityProvider: string;
  /** The application's; its task definition is what runs. */
  readonly container: ecs.ContainerDefinition;
  readonly traffic: Traffic;
  /** The instances'; the load balancer is let in to the ports that Docker gives to tasks. */
  readonly securityGroup: ec2.ISecurityGroup;
}

/** Keeps the application's tasks running on the instances; also on a single one a new version is healthy before the old one leaves. */
export class InstanceService extends ecs.Ec2Service {
  constructor(scope: Construct, id: string, props: InstanceServiceProps) {
    const { settings, cluster, capacityProvider, container, traffic, securityGroup } = props;
    super(scope, id, {
      cluster,
      taskDefinition: container.taskDefinition,
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
      healthCheckGracePeriod: Duration.seconds(30),
      propagateTags: ecs.PropagatedTagSource.SERVICE,
      enableECSManagedTags: true,
      enableExecuteCommand: settings.exec,
    });
    // The cluster is complete when its capacity is associated with it.
    this.node.addDependency(cluster);
    this.connections.addSecurityGroup(securityGroup);
    traffic.register(this, container);
    scaleTasks(this, settings.tasks, { requestsOf: traffic.targetGroups[0] });
    if (settings.exec) acknowledgeShell(container.taskDefinition.taskRole, cluster);
  }
}
