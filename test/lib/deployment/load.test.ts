import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { DeploymentError, deploymentNames, loadDeployment, warningsFor } from '../../../lib/deployment';
import { smallest } from './rule-cases';

const root = resolve(__dirname, '../../..');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deployment-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function refusal(nameOrPath: string): string {
  try {
    loadDeployment(nameOrPath);
  } catch (problem) {
    if (problem instanceof DeploymentError) return problem.message;
    throw problem;
  }
  throw new Error(`${nameOrPath} was accepted`);
}

describe('every file in deployments/', () => {
  test.each(deploymentNames())('%s keeps every rule', (name) => {
    expect(loadDeployment(name).name).toBe(name);
  });

  test('production warns of the zones only, as their names differ by account', () => {
    expect(warningsFor(loadDeployment('production')).map(({ path }) => path)).toEqual(['aws.zones']);
  });
});

test('production has everything on', () => {
  const { database, cache, vectors, edge, targets } = loadDeployment('production');
  expect([database.multiAz, vectors, edge.cdn, targets.fargate?.tasks.max]).toEqual([
    true,
    'chroma',
    true,
    10,
  ]);
  expect(cache).toMatchObject({ multiAz: true });
  expect(edge.waf).not.toHaveProperty('enabled');
});

test('the Flask shop gets the variables it wants and none of ours', () => {
  const { container, image } = loadDeployment('flask-example');
  expect(Object.keys(container.variables ?? {})).toEqual(['DATABASE_URL', 'JWT_SECRET']);
  expect(container.secrets).toHaveProperty('SECRET_KEY');
  expect(container.environment).toMatchObject({ FLASK_ENV: 'production' });
  expect(image).toHaveProperty('digest');
});

test('an unknown name lists the names there are and the nearest', () => {
  expect(refusal('prodution')).toMatch(/no deployment 'prodution'\. Did you mean 'production'\?/);
  expect(refusal('zzz')).toContain(deploymentNames().join(', '));
});

test('a path that is not there is named whole', () => {
  expect(refusal('./nowhere.ts')).toContain(resolve('nowhere.ts'));
});

test('a file without a default export says how to write one', () => {
  expect(refusal(file('named.js', 'exports.deployment = {};'))).toMatch(
    /named\.js has no default export.*export default defineDeployment/,
  );
});

test('a file that throws says where, and what it said', () => {
  const message = refusal(file('throws.js', "const a = 1;\nthrow new Error('no zone today');"));
  expect(message).toMatch(/throws\.js, line 2, cannot be read: no zone today/);
  expect(message).not.toContain('    at ');
});

test('a file that does not parse is named', () => {
  expect(refusal(file('broken.ts', 'export default {'))).toMatch(/broken\.ts.* cannot be read/);
});

describe('the folder of the image', () => {
  const withImage = (name: string, image: object) =>
    file(name, `exports.default = ${JSON.stringify({ ...smallest, image })};`);

  test('is relative to the deployment file', () => {
    mkdirSync(join(folder, 'shop'));
    writeFileSync(join(folder, 'shop', 'Dockerfile'), '');
    expect(loadDeployment(withImage('image.js', { directory: './shop' })).image).toEqual({
      directory: join(folder, 'shop'),
      dockerfile: 'Dockerfile',
    });
  });

  test('is missed at once', () => {
    expect(refusal(withImage('no-image.js', { directory: './nowhere' }))).toMatch(
      /image\.directory\n.*nowhere'\n.*must be a folder with Dockerfile/,
    );
  });
});

describe('with ts-node, as every command runs', () => {
  /** What a process of its own says about a deployment file: its name, or why it is refused. */
  function load(path: string): string {
    const script = `const { loadDeployment } = require('./lib/deployment');
      try { console.log(loadDeployment(${JSON.stringify(path)}).name); }
      catch ({ message }) { console.log(message); }`;
    const options = { cwd: root, encoding: 'utf8' } as const;
    return execFileSync(process.execPath, ['-r', 'ts-node/register', '-e', script], options).trim();
  }

  test('a TypeScript file outside the repository loads, and may import from it', () => {
    const library = relative(folder, join(root, 'lib/deployment'));
    const path = file(
      'outside.ts',
      `import { defineDeployment } from '${library}';
       const region: string = 'eu-west-1';
       export default defineDeployment({ ...${JSON.stringify(smallest)}, aws: { region } });`,
    );
    expect(load(path)).toBe('shop');
  });

  test('a file that does not parse shows the place and no trace of the compiler', () => {
    const message = load(file('unfinished.ts', 'export default {'));
    expect(message).toMatch(/unfinished\.ts, line 1, cannot be read/);
    expect(message).not.toMatch(/backtrace|Builtin/);
  });

  test('a file in an ES module package is told to be named .cts', () => {
    mkdirSync(join(folder, 'esm'));
    file('esm/package.json', '{ "type": "module" }');
    const text = `export default ${JSON.stringify(smallest)};`;
    expect(load(file('esm/shop.ts', text))).toMatch(/name the file \.cts/);
    expect(load(file('esm/shop.cts', text))).toBe('shop');
  });
});
