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

interface Capacity {
  readonly memoryGiB: number;
  readonly vcpus: number;
  readonly architecture: 'arm64' | 'x86_64';
}

/** https://aws.amazon.com/ec2/instance-types/ */
const capacities: Record<ComputeInstance, Capacity> = {
  't4g.small': { memoryGiB: 2, vcpus: 2, architecture: 'arm64' },
  't4g.medium': { memoryGiB: 4, vcpus: 2, architecture: 'arm64' },
  't4g.large': { memoryGiB: 8, vcpus: 2, architecture: 'arm64' },
  't3.medium': { memoryGiB: 4, vcpus: 2, architecture: 'x86_64' },
  't3.large': { memoryGiB: 8, vcpus: 2, architecture: 'x86_64' },
  'm7g.medium': { memoryGiB: 4, vcpus: 1, architecture: 'arm64' },
  'm7g.large': { memoryGiB: 8, vcpus: 2, architecture: 'arm64' },
};

/** Which of the two images a type runs. */
export function architectureOf(instance: ComputeInstance): Capacity['architecture'] {
  return capacities[instance].architecture;
}

/** CPU units ECS may place on an instance, 1024 to a vCPU. */
export function placeableCpu(instance: ComputeInstance): number {
  return capacities[instance].vcpus * 1024;
}

/**
 * Memory in MiB ECS may place on an instance. The kernel, the agent and Docker keep about a tenth:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/memory-management.html
 */
export function placeableMemoryMiB(instance: ComputeInstance): number {
  return Math.floor(capacities[instance].memoryGiB * 1024 * 0.9);
}
