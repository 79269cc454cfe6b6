import { Annotations, aws_ec2 as ec2 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ExistingVpcSettings } from '../../lib/deployment/schema/network';

/**
 * A VPC that exists already. Nothing in it is changed or looked up, so its owner provides routes and
 * endpoints: the private subnets need a way to ECR, CloudWatch Logs, Secrets Manager and Bedrock.
 */
export function existingNetwork(scope: Construct, id: string, existing: ExistingVpcSettings): ec2.IVpc {
  const { publicSubnetIds, privateSubnetIds, isolatedSubnetIds } = existing;
  const vpc = ec2.Vpc.fromVpcAttributes(scope, id, {
    vpcId: existing.id,
    vpcCidrBlock: existing.cidr,
    availabilityZones: existing.zones,
    publicSubnetIds,
    // The tiers' names, so that tiers.ts selects in this VPC as in one of our own.
    publicSubnetNames: publicSubnetIds.length > 0 ? ['public'] : undefined,
    privateSubnetIds,
    privateSubnetNames: ['private'],
    isolatedSubnetIds,
    isolatedSubnetNames: ['isolated'],
  });
  Annotations.of(vpc).acknowledgeWarning(
    '@aws-cdk/aws-ec2:noSubnetRouteTableId',
    'Nothing here adds a route to a VPC that is not ours.',
  );
  return vpc;
}
