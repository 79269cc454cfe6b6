import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { regionsWithAuthorities } from './rds-authorities';
import { readRdsAuthorities, sha256Of } from './read-rds-authorities';

const source = 'https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem';

/** Writes rds-global-bundle.json from a downloaded bundle, after every authority in it was checked. */
function write(file: string): void {
  const bundle = readFileSync(file, 'utf8');
  const authorities = readRdsAuthorities(bundle, new Date());
  const regions = Object.keys(authorities);
  if (regions.length === 0) throw new Error(`${file} has no authority of RDS.`);
  const content = { source, sha256: sha256Of(bundle), authorities };
  writeFileSync(join(__dirname, 'rds-global-bundle.json'), `${JSON.stringify(content, undefined, 2)}\n`);
  const listed = (names: readonly string[]) => (names.length === 0 ? 'none' : names.join(', '));
  process.stdout.write(
    [
      `SHA-256 of the bundle: ${content.sha256}`,
      `${Object.values(authorities).flat().length} authorities of ${regions.length} regions`,
      `new regions: ${listed(regions.filter((name) => !regionsWithAuthorities.includes(name)))}`,
      `regions that are gone: ${listed(regionsWithAuthorities.filter((name) => !regions.includes(name)))}`,
      '',
    ].join('\n'),
  );
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

const [, , file] = process.argv;
if (file === undefined) {
  fail(`State the file: npm run rds-authorities --workspace app-image -- FILE\nDownload it from ${source}`);
} else {
  try {
    write(file);
  } catch (problem) {
    fail(problem instanceof Error ? problem.message : String(problem));
  }
}
