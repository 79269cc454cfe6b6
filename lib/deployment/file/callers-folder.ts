import { isAbsolute, join } from 'node:path';

export const repository = join(__dirname, '..', '..', '..');

/**
 * The folder in which the user typed the command. `npm run` and `npx` start a command in the package's
 * folder and leave the user's in INIT_CWD: https://docs.npmjs.com/cli/commands/npm-run
 */
export function callersFolder(): string {
  const { INIT_CWD: initial } = process.env;
  return process.cwd() === repository && initial !== undefined && isAbsolute(initial)
    ? initial
    : process.cwd();
}
