import { parseDeployment, type DeploymentInput } from '../../lib/deployment';
import { plannedStacks } from '../setup/summary';

const tags = Object.fromEntries(Array.from({ length: 46 }, (_, index) => [`tag-${index}`, 'x']));
const files = {
  'Fargate and EC2': {
    targets: { fargate: {}, ec2: {} },
    live: 'fargate',
    database: { instance: 't4g.large' },
  },
  'Express and App Runner': {
    targets: { express: {}, apprunner: {} },
    live: 'express',
    vectors: 'embedded',
    network: { egress: 'nat-instance' },
  },
} satisfies Record<string, Partial<DeploymentInput>>;

/** ECS adds this tag to a group of instances that it scales. */
const addedByEcs = (type: string) => (type === 'AWS::AutoScaling::AutoScalingGroup' ? 1 : 0);

/** Keys of the tags of a resource, whichever form its type has for them. */
function keysOf(properties: Record<string, unknown>): string[] {
  const stated = properties.Tags ?? properties.FileSystemTags ?? [];
  return Array.isArray(stated) ? stated.map((tag: { Key: string }) => tag.Key) : Object.keys(stated);
}

const smallest = { name: 'tagged', aws: { region: 'eu-west-1' } } as const;

describe.each(Object.entries(files))('with the most tags on %s', (_, file) => {
  const deployment = parseDeployment({ ...smallest, ...file, tags });
  const tagged = plannedStacks(deployment)
    .flatMap(({ template }) => Object.entries(template.Resources))
    .map(([id, { Type, Properties = {} }]) => ({ id, Type, keys: keysOf(Properties) }))
    .filter(({ keys }) => keys.length > 0);

  test('no resource has more than 50', () => {
    expect(tagged.length).toBeGreaterThan(50);
    expect(tagged.filter(({ Type, keys }) => keys.length + addedByEcs(Type) > 50)).toEqual([]);
  });

  test('some resource has 50, so one more would be too many', () => {
    expect(Math.max(...tagged.map(({ keys }) => keys.length))).toBe(50);
  });

  test('no other spelling of a tag that this product or CDK gives a role is taken', () => {
    const ofRoles = tagged
      .filter(({ Type }) => Type === 'AWS::IAM::Role')
      .flatMap(({ keys }) => keys)
      .filter((key) => !key.startsWith('tag-'));
    const spellings = [...new Set(ofRoles)].flatMap((key) =>
      [key.toLowerCase(), key.toUpperCase()].filter((spelling) => spelling !== key),
    );
    expect(spellings).toContain('DEPLOYMENT');
    for (const spelling of spellings)
      expect(() => parseDeployment({ ...smallest, ...file, tags: { [spelling]: 'x' } })).toThrow(
        /IAM ignores case/,
      );
  });
});
