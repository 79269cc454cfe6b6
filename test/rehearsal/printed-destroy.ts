import { z } from 'zod';
import { printedCheck } from './printed-check';
import { RehearsalError } from './rehearsal-error';
import type { Rehearsal } from './rehearsal';

const step = z.object({
  id: z.string(),
  commands: z.array(z.string()),
  undo: z.object({ commands: z.array(z.string()) }),
});

/** What the rehearsal reads of `shop destroy DEPLOYMENT --data --json`. */
const destroy = z.object({
  shell: z.array(z.string()),
  before: z.array(printedCheck),
  steps: z.array(step),
  after: z.array(printedCheck),
  data: z.object({ shell: z.array(z.string()), steps: z.array(step) }),
});

export type PrintedDestroy = z.output<typeof destroy>;

/**
 * What the command prints for the file as it is now.
 *
 * @throws RehearsalError when the command fails
 */
export async function printedDestroy({ operator, file }: Rehearsal): Promise<PrintedDestroy> {
  const { exitCode, output } = await operator.run(
    `node -r ts-node/register bin/shop.ts destroy ${file.path} --data --json`,
  );
  if (exitCode !== 0) throw new RehearsalError('shop destroy failed; the reason is in commands.log.');
  return destroy.parse(JSON.parse(output));
}
