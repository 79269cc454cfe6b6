import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join, relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { parseDeployment } from './parse';
import { DeploymentError } from './problem';
import { nearest } from './report/nearest';
import type { Deployment, DeploymentInput } from './schema';

const folder = resolve(__dirname, '../../deployments');
const requireFile = createRequire(__filename);

/** The names of the files in deployments/. */
export function deploymentNames(): string[] {
  return readdirSync(folder)
    .filter((file) => extname(file) === '.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

/**
 * Loads a deployment by the name of a file in deployments/, or by the path of a .ts or .js file
 * anywhere. The process runs with `-r ts-node/register`.
 *
 * @throws DeploymentError when there is none, it cannot be read, or it has problems
 */
export function loadDeployment(nameOrPath: string): Deployment {
  const { file, exported } = readFile(nameOrPath);
  return parseDeployment(exported, file);
}

/** A deployment as its file states it, without defaults, for whoever proposes changes to the file. */
export interface DeploymentFile {
  readonly file: string;
  readonly stated: DeploymentInput;
}

/**
 * Reads a deployment file and checks it, as `loadDeployment` does.
 *
 * @throws DeploymentError when there is none, it cannot be read, or it has problems
 */
export function readDeployment(nameOrPath: string): DeploymentFile {
  const { file, exported } = readFile(nameOrPath);
  assertDeployment(exported, file);
  return { file, stated: exported };
}

function assertDeployment(exported: unknown, file: string): asserts exported is DeploymentInput {
  parseDeployment(exported, file);
}

function readFile(nameOrPath: string): { file: string; exported: unknown } {
  const file = locate(nameOrPath);
  const shown = relative('.', file).startsWith('..') ? file : relative('.', file);
  return { file, exported: defaultExport(file, shown) };
}

function locate(nameOrPath: string): string {
  const isPath = /[\\/]|\.[cm]?[jt]s$/.test(nameOrPath);
  const file = isPath ? resolve(nameOrPath) : join(folder, `${nameOrPath}.ts`);
  if (existsSync(file)) return file;
  if (isPath) throw new DeploymentError(`There is no deployment file ${file}.`);
  const names = deploymentNames();
  const meant = nearest(nameOrPath, names);
  throw new DeploymentError(
    [
      `There is no deployment '${nameOrPath}'.${meant === undefined ? '' : ` Did you mean '${meant}'?`}`,
      `deployments/ has ${names.join(', ')}; a path to a .ts or .js file works too.`,
    ].join('\n'),
  );
}

function defaultExport(file: string, shown: string): unknown {
  const exported = read(file, shown);
  if (typeof exported === 'object' && exported !== null && 'default' in exported) return exported.default;
  throw new DeploymentError(`${shown} has no default export. Write: export default defineDeployment({ … });`);
}

function read(file: string, shown: string): unknown {
  try {
    return requireFile(file);
  } catch (problem) {
    throw new DeploymentError(`${shown}${lineOf(problem, file)} cannot be read: ${reasonOf(problem)}`);
  }
}

/** Where the file itself failed, rather than something it calls. */
function lineOf(problem: unknown, file: string): string {
  const stack = problem instanceof Error ? (problem.stack ?? '') : '';
  const line = /^:(\d+)/.exec(stack.split(file)[1] ?? '')?.[1];
  return line === undefined ? '' : `, line ${line},`;
}

/** What went wrong, without the traces of loaders and compilers that end their messages. */
function reasonOf(problem: unknown): string {
  if (problem instanceof Error && 'code' in problem && problem.code === 'ERR_REQUIRE_ESM')
    return 'its package.json says "type": "module", which ts-node does not load; name the file .cts';
  const message = problem instanceof Error ? problem.message : String(problem);
  const [reason = ''] = stripVTControlCharacters(message).split(/\n\s*(?:Caused by|Require stack):/);
  return reason.trim();
}
