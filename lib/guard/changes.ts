import { isDeepStrictEqual } from 'node:util';
import { fullDiff, ResourceImpact, type ResourceDifference } from '@aws-cdk/cloudformation-diff';
import type { PlannedStack, Template, TemplateResource } from '../plan/assembly';
import { localReferences, markChangedOutputs, type OutputReference } from './references';

/** What a deployment does to a resource that is there. */
export type Fate = 'kept' | 'updated' | 'replaced' | 'removed';

export interface ResourceChange {
  /** Construct id of the stack, such as `data`. */
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly fate: Fate;
  /** Properties that change; those that cause the replacement when it is replaced. */
  readonly properties: readonly string[];
  readonly before: TemplateResource;
  /** Absent when it is removed. */
  readonly after?: TemplateResource;
}

/** One stack in an earlier assembly and in a later one. */
export interface StackChange {
  readonly id: string;
  readonly name: string;
  readonly before: Template;
  readonly after: Template;
  /** Every resource of the earlier template, by logical id. */
  readonly resources: ReadonlyMap<string, ResourceChange>;
}

/** Two assemblies of one deployment. */
export interface AssemblyChange {
  /** Stacks in both, in the order in which they deploy. */
  readonly stacks: readonly StackChange[];
  /** Stacks of the earlier assembly that the later one lacks; a deployment leaves them as they are. */
  readonly left: readonly PlannedStack[];
  readonly before: readonly PlannedStack[];
  readonly after: readonly PlannedStack[];
}

/**
 * Compares two assemblies. A replacement is followed from stack to stack: a consumer of an output whose
 * resource is replaced is compared as if the output had another value, which it has.
 *
 * What a property change replaces comes from AWS's resource schemas, in @aws-cdk/aws-service-spec.
 */
export function changesBetween(
  before: readonly PlannedStack[],
  after: readonly PlannedStack[],
): AssemblyChange {
  const changed = new Set<string>();
  const isChanged = ({ stackName, output }: OutputReference) => changed.has(`${stackName}.${output}`);
  const stacks: StackChange[] = [];
  for (const { id, name, template } of after) {
    const earlier = before.find((stack) => stack.name === name);
    if (!earlier) continue;
    const resources = resourceChanges(id, earlier.template, template, isChanged);
    stacks.push({ id, name, before: earlier.template, after: template, resources });
    for (const [output, { Value }] of Object.entries(template.Outputs ?? {}))
      if (localReferences(Value).some((logicalId) => resources.get(logicalId)?.fate === 'replaced'))
        changed.add(`${name}.${output}`);
  }
  const names = new Set(after.map(({ name }) => name));
  return { stacks, left: before.filter(({ name }) => !names.has(name)), before, after };
}

function resourceChanges(
  stack: string,
  before: Template,
  after: Template,
  isChanged: (reference: OutputReference) => boolean,
): Map<string, ResourceChange> {
  const marked = { ...after, Resources: markChangedOutputs(after.Resources, isChanged) };
  // Most changes leave most stacks as they are, and a comparison of equal templates takes as long as another.
  const differences = isDeepStrictEqual(before, marked) ? undefined : fullDiff(before, marked).resources;
  return new Map(
    Object.entries(before.Resources).map(([logicalId, resource]) => {
      const difference = differences?.changes[logicalId];
      const fate = fateOf(difference);
      const change: ResourceChange = {
        stack,
        logicalId,
        type: resource.Type,
        fate,
        properties: propertiesOf(difference, fate),
        before: resource,
        after: after.Resources[logicalId],
      };
      return [logicalId, change];
    }),
  );
}

function fateOf(difference: ResourceDifference | undefined): Fate {
  switch (difference?.changeImpact) {
    case undefined:
    case ResourceImpact.NO_CHANGE:
    case ResourceImpact.WILL_CREATE:
    case ResourceImpact.WILL_IMPORT:
      return 'kept';
    case ResourceImpact.WILL_REPLACE:
      return 'replaced';
    case ResourceImpact.WILL_DESTROY:
    case ResourceImpact.WILL_ORPHAN:
      return 'removed';
    // "May replace" depends on the values; the few resources where it matters have a check of their own.
    case ResourceImpact.MAY_REPLACE:
    case ResourceImpact.WILL_UPDATE:
      return 'updated';
  }
}

function propertiesOf(difference: ResourceDifference | undefined, fate: Fate): string[] {
  return Object.entries(difference?.propertyUpdates ?? {})
    .filter(([, { changeImpact }]) => fate !== 'replaced' || changeImpact === ResourceImpact.WILL_REPLACE)
    .map(([name]) => name)
    .sort();
}
