import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '../../contract/environment';
import { errorCode } from '../error-code';

/** C8: from Secrets Manager in production. On a laptop it is created once, so that customers stay signed in after a restart. */
export async function signingSecret({ JWT_SECRET, DATA_DIRECTORY }: Environment): Promise<string> {
  if (JWT_SECRET !== undefined) return JWT_SECRET;
  const file = join(DATA_DIRECTORY, 'signing-secret');
  await mkdir(DATA_DIRECTORY, { recursive: true });
  // `wx` fails when the file exists, also when another process has just created it.
  await writeFile(file, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(
    (error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    },
  );
  return readFile(file, 'utf8');
}
