import { execFileSync } from 'node:child_process';
import { repository } from '../deployment';

/** Short hash of the commit, with `-dirty` for changes that are not committed; `unknown` outside a Git repository. */
export function gitRevision(folder = repository): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty', '--exclude=*'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
}
