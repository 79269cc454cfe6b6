/*
 * cdk.json's `build`: bundles the application, the Lambda handlers and the canary before every synth. It does
 * nothing when no source has changed since the last run; `--force` bundles anyway. It is plain
 * JavaScript because loading a compiler takes longer than the check for changes.
 */
require('./node-version');
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const repository = join(__dirname, '..');
const stamp = join(repository, 'dist', 'built-from');
const sources = ['app-image', 'constructs', 'lib', 'package-lock.json', 'tsconfig.json'];
const outputs = ['app-image/dist/image.tar', 'app-image/dist/assets.zip', 'dist/handlers', 'dist/canary'];

async function build() {
  const fingerprint = fingerprintOf(sources);
  if (!process.argv.includes('--force') && isBuilt(fingerprint)) return;
  require('ts-node/register');
  const { buildImage } = require('../app-image/build');
  const { buildHandlers } = require('../constructs/lambda/build-handlers');
  const { buildCanary } = require('../constructs/alarms/build-canary');
  await Promise.all([buildImage(), buildHandlers(), buildCanary()]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint);
}

/** @param {string} fingerprint */
function isBuilt(fingerprint) {
  const isThere = (path) => existsSync(join(repository, path));
  return outputs.every(isThere) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint;
}

/**
 * Names, sizes and times of all source files: reading them would take longer than bundling.
 * @param {readonly string[]} paths
 */
function fingerprintOf(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.flatMap(filesAt)) {
    const { size, mtimeMs } = statSync(join(repository, path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesAt(path) {
  if (!statSync(join(repository, path)).isDirectory()) return [path];
  return readdirSync(join(repository, path), { withFileTypes: true })
    .filter(({ name }) => !/^(dist|node_modules|\.data)/.test(name))
    .flatMap((entry) => (entry.isDirectory() ? filesAt(join(path, entry.name)) : [join(path, entry.name)]))
    .sort();
}

build().catch((problem) => {
  console.error(problem);
  process.exitCode = 1;
});
