import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeploymentError, loadDeployment } from '../../../../lib/deployment';
import { plainCopy } from '../../../../lib/deployment/file/plain-data';
import { smallest } from '../rule-cases';

const pathsAndFinds = (value: unknown) =>
  plainCopy(value).problems.map(({ path, found }) => `${path}: ${found}`);

describe('what JSON cannot carry is a problem of its field', () => {
  class Sizes {
    readonly cpu = 256;
  }
  const circle: Record<string, unknown> = {};
  circle.again = { circle };

  test.each<[kind: string, value: unknown, problem: string]>([
    ['a function', { live: () => 'fargate' }, 'live: a function'],
    ['an async function', { live: async () => await Promise.resolve() }, 'live: an async function'],
    ['a class', { targets: { fargate: Sizes } }, 'targets.fargate: a class'],
    ['an instance', { targets: { fargate: new Sizes() } }, 'targets.fargate: an instance of Sizes'],
    ['a date', { tags: { since: new Date(0) } }, 'tags.since: an instance of Date'],
    ['a promise', { name: Promise.resolve('shop') }, 'name: a Promise'],
    ['a proxy', { aws: new Proxy({}, {}) }, 'aws: a Proxy'],
    ['a symbol', { name: Symbol('shop') }, 'name: a symbol'],
    ['a bigint', { targets: { fargate: { cpu: 256n } } }, 'targets.fargate.cpu: 256n, a bigint'],
    ['no number', { targets: { fargate: { cpu: NaN } } }, 'targets.fargate.cpu: NaN'],
    ['an endless number', { cpu: Infinity }, 'cpu: Infinity'],
    ['a hole in a list', { aws: { zones: ['us-east-1a', undefined] } }, 'aws.zones[1]: nothing'],
    ['a circle', circle, 'again.circle: an object that contains itself'],
    [
      'a getter that throws',
      {
        get name(): string {
          throw new Error('no name');
        },
      },
      'name: a getter that throws: no name',
    ],
  ])('%s', (_, value, problem) => {
    expect(pathsAndFinds(value)).toEqual([problem]);
  });

  test('an object without end', () => {
    const deep = Array.from({ length: 1000 }).reduce<object>((inner) => ({ inner }), {});
    expect(pathsAndFinds(deep)).toEqual([expect.stringContaining('more than 50 levels')]);
  });
});

test('plain data is copied without loss', () => {
  const shared = { cpu: 256 };
  const value = { b: [1, 'x', null, true, shared], a: { shared }, ['__proto__x']: 1, absent: undefined };
  expect(plainCopy(value)).toEqual({ problems: [], value: JSON.parse(JSON.stringify(value)) });
  expect(Object.keys(plainCopy(value).value as object)).toEqual(['b', 'a', '__proto__x']);
});

test('a getter with a value counts as the value', () => {
  const read = plainCopy({
    get name() {
      return 'shop';
    },
  });
  expect(read).toEqual({ value: { name: 'shop' }, problems: [] });
});

test('a field named __proto__ stays a field', () => {
  const value: unknown = JSON.parse('{ "__proto__": { "name": "shop" } }');
  expect(JSON.stringify(plainCopy(value).value)).toBe('{"__proto__":{"name":"shop"}}');
});

test('the report has them together with all other problems, each field once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plain-'));
  const path = join(folder, 'shop.js');
  writeFileSync(
    path,
    `exports.default = { ...${JSON.stringify({ ...smallest, name: 'Shop!' })}, targets: { fargate: () => 1 } };`,
  );
  try {
    loadDeployment(path);
    throw new Error('it was accepted');
  } catch (problem) {
    if (!(problem instanceof DeploymentError)) throw problem;
    const paths = problem.problems.map((one) => one.path);
    expect(paths).toEqual(expect.arrayContaining(['targets.fargate', 'name']));
    expect(new Set(paths).size).toBe(paths.length);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
