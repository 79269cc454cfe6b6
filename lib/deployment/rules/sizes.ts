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
    rule: `must fit cpu: ${cpu}, for which ${service === 'fargate' ? 'Fargate' : 'App Runner'} has ${inWords(sizes)} MiB`,
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

export const sizeRules: readonly Rule[] = [pairs];
