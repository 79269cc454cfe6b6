import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { DeploymentError } from '../problem';
import { nearest } from '../report/nearest';
import { callersFolder, repository } from './callers-folder';

export const deploymentsFolder = join(repository, 'deployments');

/** The names of the files in deployments/. */
export function deploymentNames(folder = deploymentsFolder): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => extname(file) === '.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

/**
 * Finds a deployment file by its name in deployments/, with or without .ts, or by its path, which is
 * relative to the caller's folder.
 *
 * @returns the absolute path
 * @throws DeploymentError when there is no such file
 */
export function locate(nameOrPath: string): string {
  const found = candidates(nameOrPath).find((file) => existsSync(file));
  if (found !== undefined) return found;
  if (isPath(nameOrPath))
    throw new DeploymentError(
      `There is no deployment file ${resolve(callersFolder(), nameOrPath)}. ${choice(nameOrPath)}`,
    );
  throw new DeploymentError(`There is no deployment '${nameOrPath}'. ${choice(nameOrPath)}`);
}

/** How messages name a file: relative to the caller's folder when it is inside. */
export function shownPath(file: string): string {
  const path = relative(callersFolder(), file);
  return path.startsWith('..') ? file : path;
}

/** What `--context deployment=` takes for a file: its name in deployments/, or its path. */
export function contextOf(file: string): string {
  const name = basename(file, '.ts');
  if (dirname(file) === deploymentsFolder && deploymentNames().includes(name)) return name;
  const path = relative(repository, file);
  return path.startsWith('..') ? file : `./${path}`;
}

const hasFolder = (nameOrPath: string) => /[\\/]/.test(nameOrPath);
const isPath = (nameOrPath: string) => hasFolder(nameOrPath) || extname(nameOrPath) !== '';

/** A name is looked for in deployments/. A file name without a folder may stand in either place. */
function candidates(nameOrPath: string): string[] {
  const path = resolve(callersFolder(), nameOrPath);
  const inDeployments = join(deploymentsFolder, nameOrPath);
  if (nameOrPath.trim() === '') return [];
  if (hasFolder(nameOrPath)) return [path, `${path}.ts`];
  return isPath(nameOrPath) ? [path, inDeployments, `${inDeployments}.ts`] : [`${inDeployments}.ts`];
}

function choice(nameOrPath: string): string {
  const names = deploymentNames();
  const meant = nearest(basename(nameOrPath, extname(nameOrPath)), names);
  return [
    ...(meant === undefined ? [] : [`Did you mean '${meant}'?`]),
    `deployments/ has ${names.join(', ') || 'no file'}; a path to a .ts or .js file works too.`,
  ].join(' ');
}
