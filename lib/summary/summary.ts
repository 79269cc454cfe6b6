import { resourcesOf } from './references';
import type { SummarizedStack } from './resource';
import { alarms } from './sections/alarms';
import { containers } from './sections/containers';
import { costs } from './sections/costs';
import { exposure } from './sections/exposure';
import { network } from './sections/network';
import { permissions } from './sections/permissions';
import { releases } from './sections/releases';
import { retention } from './sections/retention';
import { scaling } from './sections/scaling';
import { sizes } from './sections/sizes';
import { stacks as stackList } from './sections/stacks';

const sections = [
  stackList,
  costs,
  sizes,
  scaling,
  exposure,
  network,
  containers,
  releases,
  alarms,
  retention,
  permissions,
];

/**
 * What a deployment consists of, for a reader of a pull request: the same text for the same templates,
 * without hashes, dates, paths and account ids.
 *
 * @param stacks in the order in which they deploy
 * @throws Error when a stack reads an output that no other stack publishes
 */
export function summarize(stacks: readonly SummarizedStack[]): string {
  const resources = resourcesOf(stacks);
  return `${sections
    .map(({ title, lines }) => [title, '='.repeat(title.length), ...lines(resources, stacks)].join('\n'))
    .join('\n\n')}\n`;
}
