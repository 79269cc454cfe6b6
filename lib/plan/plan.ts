import type { Deployment } from '../deployment';
import { readStacks, type PlannedStack } from './assembly';
import { readFindings, type Finding } from './findings';

/** What a deployment would make, and what speaks against it. */
export interface Plan {
  readonly deployment: Deployment;
  /** In the order in which they deploy. */
  readonly stacks: readonly PlannedStack[];
  readonly findings: readonly Finding[];
}

/** Reads a plan from a cloud assembly that was synthesized from the deployment. */
export function readPlan(deployment: Deployment, assembly: string): Plan {
  return { deployment, stacks: readStacks(assembly), findings: readFindings(assembly) };
}

/** How many resources of each kind, most first. */
export function resourcesByKind(stacks: readonly PlannedStack[]): [kind: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { Type } of stacks.flatMap(({ template }) => Object.values(template.Resources)))
    counts.set(Type, (counts.get(Type) ?? 0) + 1);
  return [...counts].sort(
    ([kind, count], [otherKind, other]) => other - count || kind.localeCompare(otherKind),
  );
}
