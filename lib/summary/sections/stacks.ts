import { entry, text } from '../facts';
import { compare } from '../references';
import { at, isRecord, listOf, type Resource, type Section } from '../resource';

/** The stacks in the order in which they deploy, and what they consist of. */
export const stacks: Section = {
  title: 'Stacks and resources',
  lines: (resources, planned) => [
    ...planned.flatMap(({ id, name, region, description, terminationProtection }) =>
      entry(`${name} in ${region}`, [
        description,
        `resources: ${resources.filter(({ stack }) => stack === id).length}`,
        `termination protection: ${terminationProtection ? 'on' : 'off'}`,
      ]),
    ),
    ...entry('resources by type', countsByType(resources)),
    ...entry('tags', tagsOf(resources)),
  ],
};

/** Each type with its number, and how many each stack has. */
function countsByType(resources: readonly Resource[]): string[] {
  const byType = new Map<string, string[]>();
  for (const { type, stack } of resources) byType.set(type, [...(byType.get(type) ?? []), stack]);
  return [...byType]
    .sort(([one], [other]) => compare(one, other))
    .map(([type, owners]) => {
      const perStack = [...new Set(owners)].map(
        (stack) => `${stack} ${owners.filter((owner) => owner === stack).length}`,
      );
      return `${type}: ${owners.length} (${perStack.join(', ')})`;
    });
}

/** The tags that more than their own resource has; `Name` is the construct's path. */
function tagsOf(resources: readonly Resource[]): string[] {
  const tags = resources
    .flatMap(({ properties }) => listOf(at(properties, 'Tags')))
    .filter(isRecord)
    .filter(({ Key }) => Key !== 'Name')
    .map(({ Key, Value }) => `${text(Key)}: ${text(Value)}`);
  return [...new Set(tags)].sort(compare);
}
