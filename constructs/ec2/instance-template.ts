import { aws_ec2 as ec2, type aws_iam as iam } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Ec2Settings } from '../../lib/deployment/schema/targets';
import { architectureOf, reservedMemoryMiB } from '../../lib/sizes/compute-instances';

export interface InstanceTemplateProps {
  readonly settings: Ec2Settings;
  readonly role: iam.IRole;
  /** The application's: its tasks speak through the instance's interface. */
  readonly securityGroup: ec2.ISecurityGroup;
}

/**
 * The public parameter that names AWS's newest ECS-optimised Amazon Linux 2023. An instance reads it
 * when it starts, so a new one is patched without a new template, and a release replaces no instance.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/retrieve-ecs-optimized_AMI.html
 */
const images = {
  arm64: '/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id',
  x86_64: '/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id',
} as const;

/**
 * An instance without key pair and public address; only the load balancer can connect to it. A shell is
 * opened through Session Manager, with IAM permission.
 *
 * Containers cannot get the instance's role: the metadata token has a hop limit of one, a container on
 * the bridge is two hops away, and the agent blocks tasks with their own network interface.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html
 */
export class InstanceTemplate extends ec2.LaunchTemplate {
  constructor(scope: Construct, id: string, props: InstanceTemplateProps) {
    const { settings, role, securityGroup } = props;
    super(scope, id, {
      instanceType: new ec2.InstanceType(settings.instanceType),
      machineImage: ec2.MachineImage.resolveSsmParameterAtLaunch(
        images[architectureOf(settings.instanceType)],
      ),
      role,
      securityGroup,
      associatePublicIpAddress: false,
      requireImdsv2: true,
      httpPutResponseHopLimit: 1,
      blockDevices: [
        {
          deviceName: '/dev/xvda',
          volume: ec2.BlockDeviceVolume.ebs(settings.volumeGiB, {
            encrypted: true,
            volumeType: ec2.EbsDeviceVolumeType.GP3,
          }),
        },
      ],
      userData: agentSettings(settings),
    });
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-config.html */
function agentSettings({ instanceType, spotMaxPriceShare }: Ec2Settings): ec2.UserData {
  const settings = {
    ECS_AWSVPC_BLOCK_IMDS: true,
    // Kept for the kernel, the agent and Docker, which would otherwise fight the tasks for it.
    ECS_RESERVED_MEMORY: reservedMemoryMiB(instanceType),
    // Images of old versions go an hour after their last task, before they fill the volume.
    ECS_IMAGE_MINIMUM_CLEANUP_AGE: '1h',
    ...(spotMaxPriceShare === undefined ? {} : { ECS_ENABLE_SPOT_INSTANCE_DRAINING: true }),
  };
  const userData = ec2.UserData.forLinux();
  userData.addCommands(
    ...Object.entries(settings).map(([name, value]) => `echo ${name}=${value} >> /etc/ecs/ecs.config`),
  );
  return userData;
}
