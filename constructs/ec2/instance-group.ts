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
 * One instance or two, and room for one more while one is replaced: the new one is there first, ECS
 * moves the tasks, and only then the old one ends. The same room takes what does not fit for a moment.
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
        'Instances come and go every week by plan, and mail about it would be read by nobody; what matters, healthy tasks, is among the metrics of the target.',
    });
  }
}
