/** EC2 instance types on offer. */
export const computeInstances = [
  't4g.small',
  't4g.medium',
  't4g.large',
  't3.medium',
  't3.large',
  'm7g.medium',
  'm7g.large',
] as const;
export type ComputeInstance = (typeof computeInstances)[number];

/** https://aws.amazon.com/ec2/instance-types/ */
export interface InstanceShape {
  readonly memoryGiB: number;
  readonly vcpus: number;
  readonly architecture: 'arm64' | 'x86_64';
}

const shapes: Record<ComputeInstance, InstanceShape> = {
  't4g.small': { memoryGiB: 2, vcpus: 2, architecture: 'arm64' },
  't4g.medium': { memoryGiB: 4, vcpus: 2, architecture: 'arm64' },
  't4g.large': { memoryGiB: 8, vcpus: 2, architecture: 'arm64' },
  't3.medium': { memoryGiB: 4, vcpus: 2, architecture: 'x86_64' },
  't3.large': { memoryGiB: 8, vcpus: 2, architecture: 'x86_64' },
  'm7g.medium': { memoryGiB: 4, vcpus: 1, architecture: 'arm64' },
  'm7g.large': { memoryGiB: 8, vcpus: 2, architecture: 'arm64' },
};

export function shapeOf(instance: ComputeInstance): InstanceShape {
  return shapes[instance];
}

/** Which of the two images a type runs. */
export function architectureOf(instance: ComputeInstance): InstanceShape['architecture'] {
  return shapes[instance].architecture;
}

/** CPU units ECS may place on an instance, 1024 to a vCPU. */
export function placeableCpu(instance: ComputeInstance): number {
  return shapes[instance].vcpus * 1024;
}

/**
 * Memory in MiB ECS may place on an instance. The kernel, the agent and Docker keep about a tenth:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/memory-management.html
 */
export function placeableMemoryMiB(instance: ComputeInstance): number {
  return Math.floor(shapes[instance].memoryGiB * 1024 * 0.9);
}

/**
 * Memory in MiB the agent is told to leave alone. The kernel takes some 6 % before anyone sees it, so
 * with this 3 % a little more than `placeableMemoryMiB` is left to place.
 */
export function reservedMemoryMiB(instance: ComputeInstance): number {
  return shapes[instance].memoryGiB * 32;
}

/** Types that can take another's place: the same architecture, no fewer vCPUs, no less memory. */
export function atLeastAsLarge(instance: ComputeInstance): readonly ComputeInstance[] {
  const { architecture, vcpus, memoryGiB } = shapes[instance];
  return computeInstances.filter((candidate) => {
    const shape = shapes[candidate];
    return shape.architecture === architecture && shape.vcpus >= vcpus && shape.memoryGiB >= memoryGiB;
  });
}
