import type { PlannedStack } from '../plan/assembly';
import { operationsStack } from '../stacks/names';
import type { AssemblyChange, ResourceChange, StackChange } from './changes';
import { localReferences, outputReferences } from './references';

/** A resource of one stack that a deployed version of another stack reads through an output. */
export interface ReadResource {
  readonly producer: StackChange;
  readonly output: string;
  readonly resource: ResourceChange;
  /** Construct ids of the stacks whose deployed version reads it. */
  readonly readers: readonly string[];
}

/** Every resource that the earlier version of another stack reads through an output. */
export function readResources({ stacks, before }: AssemblyChange): ReadResource[] {
  return stacks.flatMap((producer) =>
    Object.entries(producer.before.Outputs ?? {}).flatMap(([output, { Value }]) => {
      const readers = before
        .filter((stack) => !isReplaceable(stack) && reads(stack, producer.name, output))
        .map(({ id }) => id);
      if (readers.length === 0) return [];
      return localReferences(Value).flatMap((logicalId) => {
        const resource = producer.resources.get(logicalId);
        return resource ? [{ producer, output, resource, readers }] : [];
      });
    }),
  );
}

/**
 * The alarms read names only, and serve no customer. When their stack cannot return to its former state, it is
 * deleted and deployed again: docs/maintenance.md.
 */
export function isReplaceable({ id }: PlannedStack): boolean {
  return id === operationsStack || id.startsWith(`${operationsStack}-`);
}

function reads(stack: PlannedStack, stackName: string, output: string): boolean {
  return (
    stack.name !== stackName &&
    outputReferences(stack.template).some(
      (reference) => reference.stackName === stackName && reference.output === output,
    )
  );
}
