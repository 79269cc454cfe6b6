import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Aws, Duration, Stack, Validations, aws_ec2 as ec2, aws_iam as iam } from 'aws-cdk-lib';
import { privateSubnets } from './tiers';

const script = (name: string) => readFileSync(join(__dirname, name), 'utf8').trimEnd();
const bootScript = script('nat-boot.sh');
const signalScript = script('nat-signal.py');

/** Of the image's snapshot; a volume cannot be smaller. */
const volumeGiB = 30;
/** An instance is ready after one to two minutes; its signal is repeated for five. */
const longestBoot = Duration.minutes(10);

/**
 * Address translation on one t4g.nano: $0.0042 × 730 h = $3 a month. With its address ($4), its volume
 * (30 GB × $0.08 = $2) and its metrics ($2) it costs $11, where a NAT gateway costs $33. EC2 restarts it
 * on another host when its own fails.
 *
 * It installs nothing when it boots: an installation can lose a race with the update of the SSM agent,
 * and needs more than the 512 MB of memory (aws/aws-cdk#36717). Only the ECS-optimised image of Amazon
 * Linux 2023 has iptables; the standard and the minimal image have neither iptables nor nft.
 *
 * Each new instance tells CloudFormation whether it is ready, also one that replaces another. So a new
 * image that does not work fails the update, and the routes stay with the old instance. A wait
 * condition would see the first instance only.
 *
 * Not good for: anything that must stay up. One zone, a minute or more without egress while it
 * recovers, and 32 Mbit/s once its network credits are spent. It is replaced when an update of the stack
 * finds a newer image; that is also how it is patched. Open connections break then.
 */
export class NatInstance extends ec2.NatInstanceProviderV2 {
  private readonly userData: ec2.UserData;

  constructor() {
    const userData = ec2.UserData.forLinux();
    super({
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.T4G, ec2.InstanceSize.NANO),
      // CloudFormation reads the newest image from a public SSM parameter: no look-up at synth.
      machineImage: ec2.MachineImage.fromSsmParameter(
        '/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id',
      ),
      defaultAllowedTraffic: ec2.NatTrafficDirection.OUTBOUND_ONLY,
      associatePublicIpAddress: true,
      userData,
    });
    this.userData = userData;
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
    const [instance, ...others] = this.gatewayInstances;
    if (!instance || others.length > 0)
      throw new Error(`A network has one NAT instance, not ${this.gatewayInstances.length}.`);
    this.signalWhenReady(instance);
    this.harden(instance.instance);
  }

  private signalWhenReady({ instance, role }: ec2.Instance): void {
    const stack = Stack.of(instance);
    this.userData.addCommands(...commands(stack, instance.logicalId));
    // cloud-init runs user data on a new instance only, so other commands need another instance: their hash
    // takes the place of the hash that CDK ends a logical id with.
    const text = JSON.stringify(stack.resolve(commands(stack, instance.node.path)));
    const hash = createHash('md5').update(text).digest('hex').slice(0, 8).toUpperCase();
    instance.overrideLogicalId(stack.getLogicalId(instance).replace(/[0-9A-F]{8}$/, hash));
    instance.cfnOptions.creationPolicy = {
      resourceSignal: { count: 1, timeout: longestBoot.toIsoString() },
    };
    role.addToPrincipalPolicy(
      new iam.PolicyStatement({ actions: ['cloudformation:SignalResource'], resources: [stack.stackId] }),
    );
  }

  /** What the provider has no property for. */
  private harden(instance: ec2.CfnInstance): void {
    instance.metadataOptions = { httpTokens: 'required', httpPutResponseHopLimit: 1 };
    instance.monitoring = true;
    instance.blockDeviceMappings = [
      { deviceName: '/dev/xvda', ebs: { volumeSize: volumeGiB, volumeType: 'gp3', encrypted: true } },
    ];
    Validations.of(instance).acknowledge({
      id: 'AwsSolutions-EC29',
      reason:
        'The instance stores no data, and CloudFormation replaces it to patch it; termination protection would block that.',
    });
  }
}

function commands({ region }: Stack, logicalId: string): string[] {
  const host = `cloudformation.${region}.${Aws.URL_SUFFIX}`;
  return [
    'set -Eeuo pipefail',
    ...fileWith('/usr/local/lib/nat-signal.py', signalScript),
    ...fileWith('/var/lib/cloud/scripts/per-boot/nat-boot.sh', bootScript),
    'chmod 700 /var/lib/cloud/scripts/per-boot/nat-boot.sh',
    `signal() { python3 /usr/local/lib/nat-signal.py "$1" '${Aws.STACK_ID}' '${logicalId}' '${region}' '${host}'; }`,
    "trap 'trap - ERR; signal FAILURE' ERR",
    '/var/lib/cloud/scripts/per-boot/nat-boot.sh',
    'trap - ERR',
    'signal SUCCESS',
  ];
}

/** Commands that write a file; the text must not have the line END_OF_FILE. */
const fileWith = (path: string, text: string) => [`cat > ${path} <<'END_OF_FILE'`, text, 'END_OF_FILE'];
