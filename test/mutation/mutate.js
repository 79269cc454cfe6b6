/*
 * `npm run mutate -- FOLDER` changes the sources of a folder, one small change at a time, and runs the
 * tests that mirror it: a change that no test notices is printed. Below a score of 85 % it exits with
 * code 1. The report is reports/mutation/FOLDER.html.
 */
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const repository = join(__dirname, '..', '..');
const folder = (process.argv[2] ?? '').replace(/^\.\//, '').replace(/\/+$/, '');

for (const path of [folder, `test/${folder}`])
  if (!folder || !existsSync(join(repository, path))) {
    console.error(
      `npm run mutate -- FOLDER: found ${folder ? `no folder ${path}` : 'no FOLDER'}. ` +
        'FOLDER is a folder of sources that test/ mirrors, such as lib/deployment/rules.',
    );
    process.exit(1);
  }

const run = (program, ...args) => {
  const { status } = spawnSync(process.execPath, [program, ...args], {
    cwd: repository,
    stdio: 'inherit',
    env: { ...process.env, MUTATED_FOLDER: folder },
  });
  if (status !== 0) process.exit(status ?? 1);
};

// The constructs' tests read the bundles; Stryker's jest has no global setup.
run('bin/build.js');
run('node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'test/mutation/stryker.config.js');
