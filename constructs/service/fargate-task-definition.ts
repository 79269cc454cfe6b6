import { aws_ecs as ecs, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

export interface FargateTaskSize {
  /** CPU units, 1024 to a vCPU. */
  readonly cpu: number;
  readonly memoryMiB: number;
  /** What the image is built for. @default ARM64 */
  readonly architecture?: ecs.CpuArchitecture;
}

/** A Fargate task definition without containers, of a family that is the target's own. */
export function fargateTaskDefinition(
  scope: Construct,
  id: string,
  { cpu, memoryMiB, architecture = ecs.CpuArchitecture.ARM64 }: FargateTaskSize,
): ecs.FargateTaskDefinition {
  return new ecs.FargateTaskDefinition(scope, id, {
    // CDK's own family is the same in every deployment.
    family: Stack.of(scope).stackName,
    cpu,
    memoryLimitMiB: memoryMiB,
    runtimePlatform: {
      cpuArchitecture: architecture,
      operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
    },
  });
}
