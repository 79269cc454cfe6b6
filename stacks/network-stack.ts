import type { aws_ec2 as ec2 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { DeploymentStack } from './deployment-stack';
import { existingNetwork } from '../constructs/network/existing-network';
import { FlowLogs } from '../constructs/network/flow-logs';
import { Network } from '../constructs/network/network';
import { publishAlways } from '../constructs/publish-always';
import type { Deployment } from '../lib/deployment/schema';
import { networkStack } from '../lib/stacks/names';

export interface NetworkStackProps {
  readonly deployment: Deployment;
}

/** The VPC: a new one, or one that exists already. Select its tiers with constructs/network/tiers.ts. */
export class NetworkStack extends DeploymentStack {
  readonly vpc: ec2.IVpc;

  constructor(scope: Construct, { deployment }: NetworkStackProps) {
    super(scope, networkStack, { deployment, description: `Network of ${deployment.name}` });
    const { network, targets } = deployment;
    const { existingVpc, flowLogRetentionDays } = network;

    this.vpc = existingVpc
      ? existingNetwork(this, 'Vpc', existingVpc)
      : new Network(this, 'Vpc', {
          network,
          targets,
          zones: this.availabilityZones.length,
        });
    const { vpcId, publicSubnets, privateSubnets, isolatedSubnets } = this.vpc;
    const subnets = [...publicSubnets, ...privateSubnets, ...isolatedSubnets];
    publishAlways(this, vpcId, ...subnets.map(({ subnetId }) => subnetId));
    // A VPC may have several flow logs, so an existing VPC gets one more.
    new FlowLogs(this, 'FlowLogs', { vpc: this.vpc, flowLogRetentionDays });
  }
}
