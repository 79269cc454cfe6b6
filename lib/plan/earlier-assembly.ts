import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { callersFolder } from '../deployment';
import { readStacks, type PlannedStack } from './assembly';

/** The folder that `--against` names has no cloud assembly to read. The message is for the user. */
export class EarlierAssemblyError extends Error {
  override readonly name = 'EarlierAssemblyError';
}

/**
 * The stacks of the assembly that is deployed.
 *
 * @param path relative to the caller's folder
 * @throws EarlierAssemblyError when it is no cloud assembly or cannot be read
 */
export function readEarlier(path: string): PlannedStack[] {
  const folder = resolve(callersFolder(), path);
  const wayOut = 'Name the --output folder of the plan of the deployed version.';
  if (!existsSync(join(folder, 'manifest.json')))
    throw new EarlierAssemblyError(
      `--against: ${folder} has no manifest.json, so it is no cloud assembly. ${wayOut}`,
    );
  try {
    return readStacks(folder);
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem);
    throw new EarlierAssemblyError(
      `--against: the cloud assembly in ${folder} cannot be read: ${reason}. ${wayOut}`,
    );
  }
}
