import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../error-code';

/** Another process uses the directory. */
class DirectoryInUseError extends Error {
  override readonly name = 'DirectoryInUseError';
}

/**
 * Two processes that write one embedded database would corrupt it. The lock file holds the
 * process id, so that a lock left behind by `kill -9` is recognised and replaced.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const file = join(directory, 'lock');
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    const owner = Number(await readFile(file, 'utf8').catch(() => ''));
    if (isRunning(owner) && owner !== process.pid)
      throw new DirectoryInUseError(
        `${directory} is open in process ${owner}. Stop that process, or set DATA_DIRECTORY to another directory.`,
      );
    await rm(file, { force: true });
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
