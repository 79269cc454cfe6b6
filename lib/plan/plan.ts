import type { Deployment } from '../deployment';
import { readStacks, type PlannedStack } from './assembly';
import { readFindings, type Finding } from './findings';

/** The stacks of a deployment and the findings of the validators. */
export interface Plan {
  readonly deployment: Deployment;
  /** In deployment order. */
  readonly stacks: readonly PlannedStack[];
  readonly findings: readonly Finding[];
}

/** Reads a plan from a cloud assembly that was synthesized from the deployment. */
export function readPlan(deployment: Deployment, assembly: string): Plan {
  return { deployment, stacks: readStacks(assembly), findings: readFindings(assembly) };
}

/** The number of resources of each type, the largest first. */
export function resourcesByType(stacks: readonly PlannedStack[]): [type: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { Type } of stacks.flatMap(({ template }) => Object.values(template.Resources)))
    counts.set(Type, (counts.get(Type) ?? 0) + 1);
  return [...counts].sort(
    ([type, count], [otherType, other]) => other - count || type.localeCompare(otherType),
  );
}
