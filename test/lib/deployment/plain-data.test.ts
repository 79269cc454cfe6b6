import { problemsOf, smallest } from './rule-cases';

class Settings {
  readonly region = 'eu-west-1';
}
const fails = (): never => {
  throw new Error('boom\nat line 3');
};
const cyclic: Record<string, unknown> = { ...smallest };
cyclic.tags = cyclic;
const rule = 'must be plain data: text, numbers, true, false, lists and objects';

test.each<[string, unknown, string, string, string]>([
  ['a function', () => smallest, 'the file', 'a function', 'the value that it stands for'],
  ['a class', Settings, 'the file', 'a function', 'the value that it stands for'],
  ['an instance', new Settings(), 'the file', 'a Settings', 'an object with the same fields'],
  ['a Date', new Date(0), 'the file', 'a Date', 'text or a number'],
  ['a Map', new Map(), 'the file', 'a Map', 'an object: Object.fromEntries(map)'],
  [
    'a Set',
    { ...smallest, aws: { region: 'eu-west-1', zones: new Set() } },
    'aws.zones',
    'a Set',
    'a list: [...set]',
  ],
  [
    'a Promise',
    Promise.resolve(smallest),
    'the file',
    'a Promise',
    'the value itself; a deployment file cannot wait for one',
  ],
  ['a symbol', { ...smallest, name: Symbol('shop') }, 'name', 'a symbol', 'the value that it stands for'],
  ['a bigint', { ...smallest, database: { storageGiB: 30n } }, 'database.storageGiB', '30n', '30'],
  ['a cycle', cyclic, 'tags', 'an object that contains itself', 'an object without it'],
  [
    'a getter that throws',
    {
      ...smallest,
      get tags() {
        return fails();
      },
    },
    'tags',
    'code that fails: boom\\nat line 3',
    'the value itself',
  ],
  [
    'a proxy',
    new Proxy({}, { ownKeys: fails }),
    'the file',
    'code that fails: boom\\nat line 3',
    'the value itself',
  ],
  [
    'a proxy of a list',
    { ...smallest, network: { peerCidrs: new Proxy([], { get: fails }) } },
    'network.peerCidrs',
    'code that fails: boom\\nat line 3',
    'the value itself',
  ],
  [
    'a list without end',
    { ...smallest, network: { peerCidrs: new Array(1e9) } },
    'network.peerCidrs',
    'a list of 1000000000',
    'a list of at most 1000',
  ],
])('%s is one problem and no stack trace', (_, input, path, found, instead) => {
  expect(problemsOf(input)).toEqual([{ path, found, rule, instead }]);
});

test('an object without end is one problem', () => {
  const endless = (): object => ({
    get deeper() {
      return endless();
    },
  });
  const [problem, ...others] = problemsOf({ ...smallest, tags: endless() });
  expect(problem?.found).toBe('more than 12 levels');
  expect(others.map(({ path }) => path)).toEqual(['tags.deeper']);
});

test('getters that give plain data are read', () => {
  expect(
    problemsOf({
      ...smallest,
      get tags() {
        return { team: 'shop' };
      },
    }),
  ).toEqual([]);
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'the key %s is an unknown field',
  (key) => {
    const input: unknown = JSON.parse(JSON.stringify(smallest).replace('{', `{"${key}": {"x": 1},`));
    expect(problemsOf(input)).toEqual([
      expect.objectContaining({
        path: key,
        found: `the key ${key}`,
        instead: 'one of these, or leave it out',
      }),
    ]);
  },
);

test('control characters in a value or a key cannot break the lines of the report', () => {
  const problems = problemsOf({ ...smallest, name: 'a\nb\u001b[31m', 'x\ny': 1 });
  expect(problems.map(({ path, found }) => [path, found])).toEqual([
    ['name', "'a\\nb\\u001b[31m'"],
    ['x\\ny', 'the key x\\ny'],
  ]);
});
