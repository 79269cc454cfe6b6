/*
 * `npm run mutate -- FOLDER` changes the sources of a folder, without those of its subfolders, one small
 * change at a time, and runs the tests that mirror it. It prints each change that no test notices, and
 * exits with code 1 when the tests notice fewer than 85 %. The report is reports/mutation/FOLDER.html.
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
