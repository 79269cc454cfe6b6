import { z } from 'zod';
import type { DeploymentInput, TargetName } from '../../lib/deployment';
import { printedCheck } from './printed-check';
import { RehearsalError } from './rehearsal-error';
import type { Rehearsal } from './rehearsal';

const deployment = z.custom<DeploymentInput>((value) => typeof value === 'object' && value !== null);

const step = z.object({
  id: z.string(),
  commands: z.array(z.string()),
  checks: z.array(printedCheck),
  deletes: z.array(z.string()),
  dataChanges: z.array(z.object({ type: z.string(), change: z.enum(['updated', 'released', 'removed']) })),
  undo: z.object({ deployment, commands: z.array(z.string()) }),
  deployment,
});

/** What the rehearsal reads of `shop move DEPLOYMENT --to TARGET --json`. */
const move = z.object({ shell: z.array(z.string()), steps: z.array(step) });

export type PrintedStep = z.output<typeof step>;
export type PrintedMove = z.output<typeof move>;

/**
 * The move that the command prints for the file as it is now.
 *
 * @throws RehearsalError when the command refuses the move
 */
export async function printedMove(
  { operator, file }: Rehearsal,
  to: TargetName,
  options = '',
): Promise<PrintedMove> {
  const command = `node -r ts-node/register bin/shop.ts move ${file.path} --to ${to} ${options} --json`;
  const { exitCode, output } = await operator.run(command);
  if (exitCode !== 0) throw new RehearsalError(`shop move --to ${to} failed; the reason is in commands.log.`);
  return move.parse(JSON.parse(output));
}
