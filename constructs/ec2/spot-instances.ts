import { aws_autoscaling as autoscaling, aws_ec2 as ec2 } from 'aws-cdk-lib';
import type { Ec2Settings } from '../../lib/deployment/schema/targets';
import { atLeastAsLarge, shapeOf } from '../../lib/sizes/compute-instances';

/**
 * Spot capacity of at least the stated type, where it is least likely to be taken back soon. The
 * ceiling is a share of the on-demand price of the cheapest type that will do, so it holds in every
 * region without a price list, and a larger type is taken only when it costs no more.
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceRequirements.html
 */
export function spotInstances(
  launchTemplate: ec2.ILaunchTemplate,
  { instanceType }: Ec2Settings,
  maxPriceShare: number,
): autoscaling.MixedInstancesPolicy {
  const { memoryGiB, vcpus } = shapeOf(instanceType);
  return {
    launchTemplate,
    instancesDistribution: {
      onDemandBaseCapacity: 0,
      onDemandPercentageAboveBaseCapacity: 0,
      spotAllocationStrategy: autoscaling.SpotAllocationStrategy.PRICE_CAPACITY_OPTIMIZED,
    },
    launchTemplateOverrides: [
      {
        instanceRequirements: {
          allowedInstanceTypes: [...atLeastAsLarge(instanceType)],
          vCpuCount: { min: vcpus },
          memoryMiB: { min: memoryGiB * 1024 },
          // Without it no burstable type is used.
          burstablePerformance: 'included',
          maxSpotPriceAsPercentageOfOptimalOnDemandPrice: Math.round(maxPriceShare * 100),
        },
      },
    ],
  };
}
