import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { callersFolder } from '../deployment';
import { recordedSettings } from '../guard/compared-settings';
import type { Version } from '../guard/guard';
import { readStacks } from './assembly';

/** The folder that `--against` names has no cloud assembly to read. The message is for the user. */
export class EarlierAssemblyError extends Error {
  override readonly name = 'EarlierAssemblyError';
}

/**
 * The version that is deployed.
 *
 * @param path relative to the caller's folder
 * @throws EarlierAssemblyError when it is no cloud assembly or cannot be read
 */
export function readEarlier(path: string): Version {
  const folder = resolve(callersFolder(), path);
  const wayOut = 'Name the --output folder of the plan of the deployed version.';
  if (!existsSync(join(folder, 'manifest.json')))
    throw new EarlierAssemblyError(
      `--against: ${folder} has no manifest.json, so it is no cloud assembly. ${wayOut}`,
    );
  try {
    return { stacks: readStacks(folder), settings: recordedSettings(folder) };
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem);
    throw new EarlierAssemblyError(
      `--against: the cloud assembly in ${folder} cannot be read: ${reason}. ${wayOut}`,
    );
  }
}
