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
 * A task stays pending when no instance has room for it. One more than the most tasks runs for a while: the
 * first of a new version, the migration before it, the nightly export. Network interfaces are no limit: only
 * Chroma has one of its own, and every type has two or more.
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
      `must leave room for one more task during a release: ${wanted} tasks with ${each} each${beside}; ` +
      `${ec2.instances} × ${ec2.instanceType}, with about ${placeableMemoryMiB(ec2.instanceType)} MiB for tasks each, ` +
      `${room > 0 ? `has room for ${room}` : 'has room for none'}, and a release would never finish`,
    instead: [
      ...(room > 1 ? [`max: ${room - 1}`] : []),
      ...(larger ? [`instanceType: '${larger}'`] : []),
      'smaller tasks',
    ].join(', or '),
  };
};

/** Number of tasks that fit beside Chroma. Chroma and each task run on one instance as a whole. */
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
