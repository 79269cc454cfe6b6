import { join } from 'node:path';
import { DeploymentError, parseDeployment, warningsFor, type DeploymentInput } from '../../lib/deployment';
import { summarize } from '../../lib/summary/summary';
import { plannedStacks } from '../setup/summary';

/** What a deployment file leads to. */
export interface Outcome {
  /** Templates and the rules that are set aside. */
  readonly stacks: string;
  readonly summary: string;
  readonly warnings: string;
  /** The report, when a rule refuses the file. */
  readonly refusal: string;
}

/** Image folders are relative to this file. */
const source = join(__dirname, 'effect.ts');
const outcomes = new Map<string, Outcome>();

/** Loads a file and synthesizes its stacks, once for each content. */
export function outcomeOf(input: DeploymentInput): Outcome {
  const key = JSON.stringify(input);
  const outcome = outcomes.get(key) ?? freshOutcome(input);
  outcomes.set(key, outcome);
  return outcome;
}

function freshOutcome(input: DeploymentInput): Outcome {
  try {
    const deployment = parseDeployment(input, source);
    const stacks = plannedStacks(deployment);
    return {
      stacks: JSON.stringify(stacks),
      summary: summarize(stacks),
      warnings: JSON.stringify(warningsFor(deployment)),
      refusal: '',
    };
  } catch (problem) {
    if (!(problem instanceof DeploymentError)) throw problem;
    return { stacks: '', summary: '', warnings: '', refusal: problem.message };
  }
}

/** The file with another value at a path; undefined removes the field. */
export function withValue(input: DeploymentInput, path: string, value: unknown): DeploymentInput {
  const copy = structuredClone(input);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<Record<string, unknown>>((part, key) => {
    part[key] ??= {};
    return part[key] as Record<string, unknown>;
  }, copy);
  parent[last] = value;
  return copy;
}
