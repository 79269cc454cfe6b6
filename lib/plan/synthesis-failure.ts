import { stripVTControlCharacters } from 'node:util';

/** How the CLI ended. */
export interface Ending {
  /** Absent when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly printed: string;
}

/** Why synthesis failed and what to do, from what the CLI printed; without stack traces. */
export function synthesisFailure(context: string, { signal, printed }: Ending): string {
  const reason =
    signal === null
      ? reasonIn(printed)
      : `${signal} ended cdk, as the system does when it runs out of memory`;
  return `The stacks of ${context} cannot be synthesized: ${reason.replace(/\.$/, '')}. ${wayOut(reason, context)}`;
}

/** The message of the error that was thrown; otherwise all that was printed. */
function reasonIn(printed: string): string {
  const lines = stripVTControlCharacters(printed)
    .split('\n')
    .filter((line) => line.trim() !== '' && !noise.test(line));
  const thrown = lines.findIndex((line) => errorLine.test(line));
  const kept = thrown === -1 ? lines : lines.slice(thrown);
  return kept.join('\n').replace(errorLine, '') || 'cdk printed nothing';
}

/** `TypeError: `, `Error [ERR_X]: `, or the name of an error class of CDK. */
const errorLine = /^\w*Error(?: \[\w+\])?: /;

const noise =
  /^\s+at |^\s*\^+$|^Node\.js v|^\(node:\d+\)|^\(Use `node|^\[(Warning|Info) at |Subprocess exited|^\s*(code|requireStack): /;

function wayOut(reason: string, context: string): string {
  if (/Cannot find (module|package)|ERR_MODULE_NOT_FOUND/.test(reason)) return 'Run npm ci and plan again.';
  if (reason.includes('ENOSPC')) return 'Free space on the disk and plan again.';
  if (/CLIs? \(PID/.test(reason))
    return 'Wait until the other command has ended, or name another folder with --output.';
  return `Run npx cdk synth --context deployment=${context} to see the whole output.`;
}
