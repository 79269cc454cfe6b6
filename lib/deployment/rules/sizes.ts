import {
  placeableCpu,
  placeableMemoryMiB,
  computeInstances,
  type ComputeInstance,
} from '../../sizes/compute-instances';
import { memorySizes } from '../../sizes/task-sizes';
import type { Finding, Rule } from './rule';

interface Size {
  readonly cpu: number;
  readonly memoryMiB: number;
}

const pairs: Rule = function* ({ targets, vectors }) {
  const { fargate, express, apprunner } = targets;
  if (fargate) yield* pair('fargate', 'targets.fargate', fargate);
  if (fargate && vectors === 'chroma') yield* pair('fargate', 'targets.fargate.chroma', fargate.chroma);
  if (express) yield* pair('fargate', 'targets.express', express);
  if (apprunner) yield* pair('apprunner', 'targets.apprunner', apprunner);
};

function* pair(service: 'fargate' | 'apprunner', path: string, { cpu, memoryMiB }: Size): Iterable<Finding> {
  const sizes = memorySizes(service, cpu);
  if (sizes.includes(memoryMiB)) return;
  const next = sizes.find((size) => size > memoryMiB) ?? sizes.at(-1);
  yield {
    path: `${path}.memoryMiB`,
    rule: `goes with cpu: ${cpu}, for which ${service === 'fargate' ? 'Fargate' : 'App Runner'} has ${inWords(sizes)} MiB`,
    instead: `memoryMiB: ${next ?? 'one of these'}, or another cpu`,
  };
}

/** Three values or fewer one by one, more as a range. */
function inWords(sizes: readonly number[]): string {
  const [first, second, ...rest] = sizes;
  const last = rest.at(-1);
  if (first === undefined || second === undefined || last === undefined || rest.length < 2)
    return sizes.join(', ');
  return `${first} to ${last} in steps of ${second - first}`;
}

/** ECS leaves a task pending for ever when no instance has room for it. */
const placeable: Rule = function* ({ targets, vectors }) {
  const { ec2 } = targets;
  if (!ec2) return;
  const chroma = vectors === 'chroma' ? ec2.chroma : { cpu: 0, memoryMiB: 0 };
  const wanted: Size = {
    cpu: ec2.tasks.max * ec2.cpu + chroma.cpu,
    memoryMiB: ec2.tasks.max * ec2.memoryMiB + chroma.memoryMiB,
  };
  if (fits(wanted, ec2)) return;
  const larger = computeInstances.find((instanceType) =>
    fits(wanted, { instanceType, instances: ec2.instances }),
  );
  const counted = `${ec2.tasks.max} tasks${chroma.cpu > 0 ? ' and Chroma' : ''}`;
  yield {
    path: 'targets.ec2.tasks.max',
    rule:
      `${counted} ask for ${wanted.cpu} CPU units and ${wanted.memoryMiB} MiB; ${ec2.instances} × ${ec2.instanceType} ` +
      `has ${room(ec2).cpu} and about ${room(ec2).memoryMiB} to place, so some would never start`,
    instead: `fewer or smaller tasks${larger ? `, or instanceType: '${larger}'` : ''}`,
  };
};

interface Instances {
  readonly instanceType: ComputeInstance;
  readonly instances: number;
}

function fits(wanted: Size, instances: Instances): boolean {
  const { cpu, memoryMiB } = room(instances);
  return wanted.cpu <= cpu && wanted.memoryMiB <= memoryMiB;
}

function room({ instanceType, instances }: Instances): Size {
  return {
    cpu: placeableCpu(instanceType) * instances,
    memoryMiB: placeableMemoryMiB(instanceType) * instances,
  };
}

export const sizeRules: readonly Rule[] = [pairs, placeable];
