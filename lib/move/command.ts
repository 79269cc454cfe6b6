import { contextOf, readInChild, warningsFor } from '../deployment';
import { beginMove } from './begin-move';
import { editsBetween } from './edits';
import { withDefaults, type Move } from './move';
import { movingSteps } from './moving-steps';
import { renderMove } from './render';
import { shellFunctions } from './stacks';
import type { Step } from './step';

export interface MoveOptions {
  readonly to: string;
  readonly vectors?: string;
  readonly json?: boolean;
}

/** `shop move`: prints the steps of a move. It changes nothing, neither the file nor an account. */
export async function moveDeployment(
  nameOrPath: string,
  { to, vectors, json = false }: MoveOptions,
): Promise<void> {
  const read = await readInChild(nameOrPath);
  const move = beginMove(read, { to, source: contextOf(read.file), vectors });
  const steps = movingSteps(move);
  for (const warning of newWarnings(move, steps)) process.stderr.write(`! ${warning}\n`);
  process.stdout.write(json ? asJson(move, steps) : `${renderMove(move, steps)}\n`);
}

/** Warnings of the files after each step that the present file does not have. */
function newWarnings(move: Move, steps: readonly Step[]): Set<string> {
  const warnings = (stated: Step['deployment']) =>
    warningsFor(withDefaults(stated, move)).map(({ path, message }) => `${path}: ${message}`);
  const known = new Set(warnings(move.stated));
  return new Set(
    steps.flatMap(({ deployment }) => warnings(deployment)).filter((warning) => !known.has(warning)),
  );
}

function asJson(move: Move, steps: readonly Step[]): string {
  const withEdits = steps.map((step, index) => ({
    ...step,
    edits: editsBetween(steps[index - 1]?.deployment ?? move.stated, step.deployment),
  }));
  const { from, to, start } = move;
  return `${JSON.stringify({ deployment: start.name, from, to, shell: shellFunctions(move), steps: withEdits }, null, 2)}\n`;
}
