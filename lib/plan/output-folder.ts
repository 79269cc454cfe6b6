import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { callersFolder, repository } from '../deployment';
import { errorCode } from '../deployment/file/error-code';

/** The folder that `--output` names cannot take the plan's files. The message is for the user. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/** Where the plan is written without `--output`; the folder that `cdk` uses as well. */
export const defaultOutput = join(repository, 'cdk.out');

const anotherFolder = 'Name another folder with --output.';

/**
 * Empties the folder for a new cloud assembly, or makes it.
 *
 * @param path relative to the caller's folder
 * @returns the absolute path
 * @throws OutputError when the folder holds anything but an earlier cloud assembly, is in use, or
 *   cannot be written
 */
export function prepareOutput(path: string): string {
  if (path.trim() === '') throw new OutputError('--output names no folder. Write: --output FOLDER.');
  const folder = resolve(callersFolder(), path);
  try {
    makeFolder(folder);
    const entries = readdirSync(folder);
    refuseForeign(folder, entries);
    refuseLocked(folder, entries);
    // Before anything is removed.
    writeFileSync(join(folder, probe), '');
    for (const entry of [...entries, probe]) rmSync(join(folder, entry), { recursive: true, force: true });
  } catch (problem) {
    throw problem instanceof OutputError ? problem : new OutputError(cannotWrite(folder, problem));
  }
  return folder;
}

const probe = 'synth.probe.lock';

/** One level at a time: `mkdirSync` of Node 20 with `recursive` never returns for a new folder in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    if (statSync(folder).isDirectory()) return;
    throw new OutputError(`--output: ${folder} is a file, not a folder. ${anotherFolder}`);
  }
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** What a cloud assembly of this app is made of. */
const ofAssembly =
  /^(cdk\.out|manifest\.json|deployment\.json|error\.txt|tree\.json|(policy-)?validation-report\.json|\.cache|.*\.(template|assets|metadata)\.json|asset\.[0-9a-f]{64}(\.\w+)?|(synth|read)\..*lock.*)$/;

function refuseForeign(folder: string, entries: readonly string[]): void {
  const foreign = entries.filter((entry) => !ofAssembly.test(entry));
  const isAssembly = ['cdk.out', 'manifest.json'].every((entry) => isFile(join(folder, entry)));
  const leftover = entries.every((entry) => entry === 'cdk.out' || entry.endsWith('.lock'));
  if (foreign.length === 0 && (isAssembly || leftover)) return;
  const shown = (foreign.length > 0 ? foreign : entries).slice(0, 3).join(', ');
  throw new OutputError(
    `--output: ${folder} holds ${shown}, which no earlier plan wrote, and a plan empties its folder first. ` +
      'Name an empty folder, or one that does not exist.',
  );
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** The CLI leaves synth.lock or read.PROCESS.NUMBER.lock in a folder while it uses it. */
function refuseLocked(folder: string, entries: readonly string[]): void {
  const user = entries
    .map((entry) =>
      entry === 'synth.lock'
        ? Number.parseInt(readFileSync(join(folder, entry), 'utf8'), 10)
        : Number(/^read\.(\d+)\./.exec(entry)?.[1]),
    )
    .find((id) => Number.isInteger(id) && runs(id));
  if (user !== undefined)
    throw new OutputError(
      `--output: ${folder} is in use by another cdk command, process ${user}. Wait until it has ended, or name another folder with --output.`,
    );
}

function runs(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (problem) {
    return errorCode(problem) === 'EPERM';
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  ENOENT: 'that file system takes no new folders',
  EEXIST: 'a part of the path is a link to nowhere',
  ENOTDIR: 'a part of the path is a file',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENAMETOOLONG: 'the name is too long',
};

function cannotWrite(folder: string, problem: unknown): string {
  const code = errorCode(problem) ?? 'unknown reason';
  return `--output: ${folder} cannot be written: ${reasons[code] ?? code}. ${anotherFolder}`;
}
