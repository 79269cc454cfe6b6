import { aws_ecs as ecs, type aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Ec2Settings } from '../../lib/deployment/schema/targets';
import { InstanceGroup } from './instance-group';
import { InstanceRole } from './instance-role';
import { InstanceTemplate } from './instance-template';
import { WeeklyPatching } from './weekly-patching';

/** A cluster that is still being made: it takes capacity. */
interface IExtensibleCluster extends ecs.ICluster {
  addAsgCapacityProvider(provider: ecs.AsgCapacityProvider): void;
  addDefaultCapacityProviderStrategy(strategy: ecs.CapacityProviderStrategy[]): void;
}

export interface InstanceCapacityProps {
  readonly settings: Ec2Settings;
  readonly vpc: ec2.IVpc;
  readonly cluster: IExtensibleCluster;
  /** The application's: its tasks speak through the instances' interfaces. */
  readonly securityGroup: ec2.ISecurityGroup;
}

/**
 * Instances for a cluster, replaced without a lost request.
 *
 * Managed draining: an instance that must go, for whatever reason, stays until ECS has moved its tasks.
 * Managed scaling: a task that finds no room waits for an instance instead of failing, as the
 * migration does that runs before the first instance has registered.
 * No managed termination protection: it would hold back just those replacements – an instance refresh
 * waits for protected instances – and what it protects from, ending tasks, draining does better.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instance-draining.html
 */
export class InstanceCapacity extends Construct {
  /** Name that services and tasks ask for. */
  readonly capacityProvider: string;

  constructor(scope: Construct, id: string, props: InstanceCapacityProps) {
    super(scope, id);
    const { settings, vpc, cluster, securityGroup } = props;
    const role = new InstanceRole(this, 'Role', { cluster });
    const launchTemplate = new InstanceTemplate(this, 'Template', {
      settings,
      // CDK would add to it what any ECS instance might need.
      role: role.withoutPolicyUpdates(),
      securityGroup,
    });
    const group = new InstanceGroup(this, 'Group', { settings, vpc, launchTemplate });
    // An instance that starts before its rights are there does not join.
    group.node.addDependency(role, securityGroup);

    const provider = new ecs.AsgCapacityProvider(this, 'Provider', {
      autoScalingGroup: group,
      enableManagedScaling: true,
      enableManagedDraining: true,
      enableManagedTerminationProtection: false,
      maximumScalingStepSize: 1,
      instanceWarmupPeriod: 120,
    });
    cluster.addAsgCapacityProvider(provider);
    this.capacityProvider = provider.capacityProviderName;
    // So that `aws ecs run-task` needs no launch type.
    cluster.addDefaultCapacityProviderStrategy([{ capacityProvider: this.capacityProvider, weight: 1 }]);
    new WeeklyPatching(this, 'Patching', { group });
  }
}
