import { aws_autoscaling as autoscaling, Duration, Validations, type aws_ec2 as ec2 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Ec2Settings } from '../../lib/deployment/schema/targets';
import { privateSubnets } from '../network/tiers';
import { spotInstances } from './spot-instances';

export interface InstanceGroupProps {
  readonly settings: Ec2Settings;
  readonly vpc: ec2.IVpc;
  readonly launchTemplate: ec2.ILaunchTemplate;
}

/**
 * One or two instances, and one more while an instance is replaced: the new one starts first, ECS moves
 * the tasks, then the old one ends. A task that finds no room starts the additional instance as well.
 */
export class InstanceGroup extends autoscaling.AutoScalingGroup {
  constructor(scope: Construct, id: string, props: InstanceGroupProps) {
    const { settings, vpc, launchTemplate } = props;
    const { instances, spotMaxPriceShare } = settings;
    super(scope, id, {
      vpc,
      vpcSubnets: privateSubnets,
      ...(spotMaxPriceShare === undefined
        ? { launchTemplate }
        : {
            mixedInstancesPolicy: spotInstances(launchTemplate, settings, spotMaxPriceShare),
            // A replacement starts when AWS sees the interruption coming, often before the two minutes' notice.
            capacityRebalance: true,
          }),
      // No desiredCapacity: ECS sets it, and a number in the template would undo that at every deployment.
      minCapacity: instances,
      maxCapacity: instances + 1,
      healthChecks: autoscaling.HealthChecks.ec2({ gracePeriod: Duration.minutes(5) }),
      updatePolicy: autoscaling.UpdatePolicy.rollingUpdate({
        minInstancesInService: instances,
        maxBatchSize: 1,
        // A new instance joins the cluster within two minutes; then the old one begins to drain.
        pauseTime: Duration.minutes(5),
        waitOnResourceSignals: false,
      }),
    });
    if (spotMaxPriceShare !== undefined) {
      Validations.of(this).acknowledge({
        id: 'AwsSolutions-EC26',
        reason:
          'The rule looks for the launch template at the group; on Spot it is in the policy, and it is the same one, with an encrypted volume.',
      });
    }
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-AS3',
      reason:
        'WeeklyPatching replaces every instance each week, so a notification of each launch and end would be routine. A missing instance shows in the metric healthyTasks of this target.',
    });
  }
}
