import { aws_ecs as ecs, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

export interface InstanceTaskDefinitionProps {
  /** CPU units, 1024 to a vCPU; a ceiling, also when the instance is idle. */
  readonly cpu: number;
  readonly memoryMiB: number;
}

/**
 * The application's task on an instance, without its container, which is the same as on Fargate.
 *
 * It shares the instance's network and gets a free port of it: a t4g.medium has three interfaces, one
 * its own, so with an interface a task the second and Chroma would leave none for the next version or
 * the migration. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AvailableIpPerENI.html
 */
export class InstanceTaskDefinition extends ecs.TaskDefinition {
  constructor(scope: Construct, id: string, props: InstanceTaskDefinitionProps) {
    super(scope, id, {
      family: Stack.of(scope).stackName,
      compatibility: ecs.Compatibility.EC2,
      networkMode: ecs.NetworkMode.BRIDGE,
      cpu: String(props.cpu),
      memoryMiB: String(props.memoryMiB),
    });
  }
}
