import { readMigrationFiles } from 'drizzle-orm/migrator';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { migrationsDirectory } from '../../../app-image/server/files';
import { openDatabase } from '../../../app-image/server/database/open-database';
import { readEnvironment } from '../../../app-image/server/configuration/read-environment';
import { silent } from '../../setup/shop';
import { openPostgres, type JobDatabase } from './job-databases';

// Machines that run many tests at once are slow; no test here waits for a clock.
jest.setTimeout(60_000);

const all = readMigrationFiles({ migrationsFolder: migrationsDirectory }).length;

/** A job as its own process, from the bundle that the image holds. */
async function job(arguments_: string[], variables: Record<string, string>) {
  const run = promisify(execFile);
  const command = [join(__dirname, '../../../app-image/dist/server/shop.mjs'), ...arguments_];
  const environment = { ...process.env, ...variables, NODE_ENV: 'test' };
  try {
    return { code: 0, ...(await run(process.execPath, command, { env: environment })) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

let opened: JobDatabase;
beforeAll(async () => (opened = await openPostgres()), 60_000);
afterAll(() => opened.close());

test('C17: of two that migrate at once, one does it and the other waits', async () => {
  const others = await Promise.all([1, 2].map(() => openDatabase(readEnvironment(opened.variables), silent)));
  const applied = await Promise.all(others.map((database) => database.migrate()));
  expect(applied.sort((a, b) => a - b)).toEqual([0, all]);
  await Promise.all(others.map((database) => database.close()));
});

test('the migrate job says what it applied, and nothing the second time', async () => {
  const fresh = await openPostgres();
  const first = await job(['migrate'], fresh.variables);
  const second = await job(['migrate'], fresh.variables);
  await fresh.close();
  expect(JSON.parse(first.stdout)).toEqual({
    applied: expect.arrayContaining([expect.stringMatching(/^0000_/)]),
  });
  expect(JSON.parse(second.stdout)).toEqual({ applied: [] });
  expect(first.stderr).toMatch(/"migrations applied"/);
}, 60_000);

test.each(['migrate', 'seed', 'reindex', 'export'])(
  '%s --help describes the job and its exit codes',
  async (name) => {
    const { stdout, code } = await job([name, '--help'], {});
    expect(code).toBe(0);
    expect(stdout).toMatch(/Exit codes: 0 done, 1 failed or stopped, 78 environment not valid/);
  },
  30_000,
);

test('an environment that is not valid exits with code 78, a wrong option with 1', async () => {
  expect((await job(['migrate'], { DATABASE_PORT: 'x' })).code).toBe(78);
  const wrong = await job(['reindex', '--batch', '0'], {});
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toMatch(/whole number from 1 to 1000/);
}, 30_000);
