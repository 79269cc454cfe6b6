import { aws_ecs as ecs, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

export interface FargateTaskDefinitionProps {
  /** CPU units, 1024 to a vCPU. */
  readonly cpu: number;
  readonly memoryMiB: number;
  /** What the image is built for. @default ARM64 */
  readonly architecture?: ecs.CpuArchitecture;
}

/** The application's task on Fargate, without its container, in a family that is the target's own. */
export class FargateTaskDefinition extends ecs.FargateTaskDefinition {
  constructor(scope: Construct, id: string, props: FargateTaskDefinitionProps) {
    super(scope, id, {
      // CDK's own family is the same in every deployment.
      family: Stack.of(scope).stackName,
      cpu: props.cpu,
      memoryLimitMiB: props.memoryMiB,
      runtimePlatform: {
        cpuArchitecture: props.architecture ?? ecs.CpuArchitecture.ARM64,
        operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
      },
    });
  }
}
