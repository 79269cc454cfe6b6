import { Validations, aws_ec2 as ec2 } from 'aws-cdk-lib';
import { privateSubnets } from './tiers';

/**
 * Address translation on one t4g.nano: $0.0042 × 730 h = $3 a month, with its public address $7, where a
 * NAT gateway costs $33. EC2 restarts it on another host when its own fails.
 *
 * Not good for: anything that must stay up. One zone, a minute or more without egress while it
 * recovers, and 32 Mbit/s once its network credits are spent. It is replaced, and egress interrupted,
 * when an update of the stack finds a newer Amazon Linux; that is also how it is patched.
 */
export class NatInstance extends ec2.NatInstanceProviderV2 {
  constructor() {
    super({
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.T4G, ec2.InstanceSize.NANO),
      // CloudFormation reads the newest image from a public SSM parameter: no look-up at synth.
      machineImage: ec2.MachineImage.latestAmazonLinux2023({ cpuType: ec2.AmazonLinuxCpuType.ARM_64 }),
      defaultAllowedTraffic: ec2.NatTrafficDirection.OUTBOUND_ONLY,
      associatePublicIpAddress: true,
    });
  }

  /** Allows traffic from the private tier only. Call it once the VPC is complete. */
  serve(vpc: ec2.IVpc): void {
    for (const subnet of vpc.selectSubnets(privateSubnets).subnets) {
      this.connections.allowFrom(
        ec2.Peer.ipv4(subnet.ipv4CidrBlock),
        ec2.Port.allTraffic(),
        'Private subnets go out through here',
      );
    }
    for (const { instance } of this.gatewayInstances) this.harden(instance);
  }

  /** What the provider has no property for. */
  private harden(instance: ec2.CfnInstance): void {
    instance.metadataOptions = { httpTokens: 'required', httpPutResponseHopLimit: 1 };
    instance.monitoring = true;
    instance.blockDeviceMappings = [{ deviceName: '/dev/xvda', ebs: { volumeType: 'gp3', encrypted: true } }];
    Validations.of(instance).acknowledge({
      id: 'AwsSolutions-EC29',
      reason:
        'The instance stores no data, and CloudFormation replaces it to patch it; termination protection would block that.',
    });
  }
}
