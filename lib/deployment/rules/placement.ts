import {
  computeInstances,
  placeableCpu,
  placeableMemoryMiB,
  type ComputeInstance,
} from '../../sizes/compute-instances';
import type { Rule } from './rule';

interface Size {
  readonly cpu: number;
  readonly memoryMiB: number;
}
interface Instances {
  readonly instanceType: ComputeInstance;
  readonly instances: number;
}

/**
 * ECS leaves a task waiting when no instance has room for it. Beside the most tasks there may be there
 * is one more for a while: the first of a new version, the migration before it, the nightly export.
 * Interfaces do not count: only Chroma has one of its own, and every type has two or more.
 */
const roomOnInstances: Rule = function* ({ targets: { ec2 }, vectors }) {
  if (!ec2) return;
  const chroma = vectors === 'chroma' ? ec2.chroma : undefined;
  const wanted = ec2.tasks.max + 1;
  const room = tasksWithRoom(ec2, ec2, chroma);
  if (room >= wanted) return;

  const each = `${ec2.cpu} CPU units and ${ec2.memoryMiB} MiB`;
  const beside = chroma ? ` beside Chroma with ${chroma.memoryMiB} MiB` : '';
  const larger = computeInstances.find(
    (instanceType) => tasksWithRoom({ instanceType, instances: ec2.instances }, ec2, chroma) >= wanted,
  );
  yield {
    path: 'targets.ec2.tasks.max',
    rule:
      `${ec2.tasks.max} tasks and one more during a release take ${each} each${beside}; ` +
      `${ec2.instances} × ${ec2.instanceType} with about ${placeableMemoryMiB(ec2.instanceType)} MiB to place ` +
      `${room > 0 ? `has room for ${room}` : 'has room for none'}, so a release would wait for ever`,
    instead: [
      ...(room > 1 ? [`max: ${room - 1}`] : []),
      ...(larger ? [`instanceType: '${larger}'`] : []),
      'smaller tasks',
    ].join(', or '),
  };
};

/** How many tasks fit, with Chroma whole on one of the instances; a task is never split over two. */
function tasksWithRoom({ instanceType, instances }: Instances, task: Size, chroma: Size | undefined): number {
  const whole = { cpu: placeableCpu(instanceType), memoryMiB: placeableMemoryMiB(instanceType) };
  if (!chroma) return instances * fitting(whole, task);
  const left = { cpu: whole.cpu - chroma.cpu, memoryMiB: whole.memoryMiB - chroma.memoryMiB };
  if (left.cpu < 0 || left.memoryMiB < 0) return 0;
  return fitting(left, task) + (instances - 1) * fitting(whole, task);
}

function fitting(room: Size, task: Size): number {
  return Math.min(Math.floor(room.cpu / task.cpu), Math.floor(room.memoryMiB / task.memoryMiB));
}

export const placementRules: readonly Rule[] = [roomOnInstances];
