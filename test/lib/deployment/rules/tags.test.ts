import { parseDeployment } from '../../../../lib/deployment';
import { problemsOf, reported, smallest, testRules } from '../rule-cases';

testRules('tags', [
  {
    rule: 'a tag is no second spelling of the one that this product adds',
    passes: { tags: { deployed: 'x', 'deployment-id': 'x' } },
    fails: { tags: { Deployment: 'x' } },
    at: 'tags',
    because:
      "must not have the key 'Deployment': every resource has the tag deployment with the deployment's name, and IAM ignores case in keys",
    instead: "another key, such as 'Deployment-name'",
  },
  {
    rule: 'a tag is no second spelling of the one that CDK adds',
    passes: { tags: { Name: 'x' } },
    fails: { tags: { name: 'x' } },
    at: 'tags',
    because: "must not have the key 'name': some roles have the tag Name, and IAM ignores case in keys",
    instead: "another key, such as 'name-of-shop', or Name in this spelling",
  },
  {
    rule: 'two tags differ in more than case',
    passes: { tags: { team: 'a', teams: 'b' } },
    fails: { tags: { team: 'a', TEAM: 'b' } },
    at: 'tags',
    because: "must not have both 'team' and 'TEAM': IAM ignores case in keys, so no role could be made",
    instead: 'each key in one spelling',
  },
  {
    rule: 'there are 46 tags at most',
    passes: { tags: tagsOf(46) },
    fails: { tags: tagsOf(47) },
    at: 'tags',
    because:
      'must be at most 46 tags, not 47: a resource has 50 at most, and this product and CDK add up to 4',
    instead: '46 tags or fewer',
  },
]);

function tagsOf(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag-${index}`, 'x']));
}

test('the tag of this product cannot be replaced', () => {
  expect(problemsOf({ ...smallest, tags: { deployment: 'x' } }).map(({ path }) => path)).toEqual(['tags']);
});

test('every pair that differs in case is reported', () => {
  const tags = { Team: 'a', team: 'b', TEAM: 'c' };
  expect(problemsOf({ ...smallest, tags })).toHaveLength(2);
});

const characters = (most: number) =>
  `1 to ${most} letters, digits, spaces and any of _ . : / = + - @, not starting with aws: or rds:`;

test.each([
  'aws:team',
  'AWS:team',
  'aWs:x',
  'rds:team',
  'RDS:x',
  'a,b',
  'a;b',
  'a&b',
  'a#b',
  'a*b',
  "it's",
  '',
  'x'.repeat(129),
])('the key %j is refused', (key) => {
  expect(reported({ tags: { [key]: 'x' } })).toEqual([
    [expect.stringMatching(/^tags/), `must have a name of ${characters(128)}`, "'team', for instance"],
  ]);
});

test.each(['aws:x', 'Rds:x', 'a,b', '50 % off', 'a\nb', '😀', 'x'.repeat(257)])(
  'the value %j is refused',
  (value) => {
    expect(reported({ tags: { team: value } })).toEqual([
      ['tags.team', `must be ${characters(256)}`, "'shop', for instance"],
    ]);
  },
);

test('an empty value is refused, as ECS takes none for a capacity provider', () => {
  expect(reported({ tags: { team: '' } })).toEqual([
    [
      'tags.team',
      'must have a value, as some services take no empty one',
      "a value such as 'yes', or no such tag",
    ],
  ]);
});

test('what every service takes is taken', () => {
  const tags = {
    ['x'.repeat(128)]: 'y'.repeat(256),
    'Team: größe_1/2=a+b-c@d.e': 'Ärger im Büro: 50 / 3 = x+y @ home_1.2-3',
    awsTeam: 'awsome',
    費用: '東京 店',
  };
  expect(parseDeployment({ ...smallest, tags }).tags).toEqual(tags);
});
