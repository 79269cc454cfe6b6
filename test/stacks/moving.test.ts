import { fullDiff, ResourceImpact, type ResourceDifference } from '@aws-cdk/cloudformation-diff';
import { DISABLE_METADATA_STACK_TRACE } from 'aws-cdk-lib/cx-api';
import { readDeployment, type DeploymentInput, type TargetName } from '../../lib/deployment';
import { beginMove } from '../../lib/move/begin-move';
import { withDefaults, type Move } from '../../lib/move/move';
import { movingSteps } from '../../lib/move/moving-steps';
import { edge } from '../../lib/move/stacks';
import type { Step } from '../../lib/move/step';
import { serviceStack } from '../../lib/stacks/names';
import { buildShop } from '../../stacks/shop-deployment';
import { testApp } from '../setup/stack-tests';

interface Resource {
  readonly Type: string;
  readonly Properties?: Record<string, unknown>;
}
interface Template {
  readonly Resources: Record<string, Resource>;
  readonly Outputs?: Record<string, unknown>;
}
/** Templates by construct id: what a file would make, or what an account has. */
type Stacks = ReadonlyMap<string, Template>;

const seen = new Map<string, Stacks>();

function synthesized(stated: DeploymentInput, move: Move): Stacks {
  const key = JSON.stringify(stated);
  const known = seen.get(key);
  if (known) return known;
  const app = testApp();
  app.node.setContext(DISABLE_METADATA_STACK_TRACE, true);
  buildShop(app, withDefaults(stated, move));
  const stacks = new Map(app.synth().stacks.map(({ id, template }) => [id, template as Template]));
  seen.set(key, stacks);
  return stacks;
}

/** One deployment or deletion of one stack, and the account before and after it. */
interface Change {
  readonly step: Step;
  readonly stack: string;
  readonly before: Stacks;
  readonly after: Stacks;
}

function change(step: Step, stack: string, before: Stacks, move: Move): Change {
  const after = new Map(before);
  if (step.deletes.includes(stack)) {
    after.delete(stack);
    return { step, stack, before, after };
  }
  const template = synthesized(step.deployment, move).get(stack);
  if (!template) throw new Error(`the file of step ${step.id} has no stack ${stack}`);
  return { step, stack, before, after: after.set(stack, template) };
}

/** An account in which the first file is deployed, and everything the steps do to it, stack by stack. */
function history(move: Move, steps: readonly Step[]): Change[] {
  const changes: Change[] = [];
  for (const step of steps)
    for (const stack of [...step.deletes, ...step.deploys])
      changes.push(change(step, stack, changes.at(-1)?.after ?? synthesized(move.stated, move), move));
  return changes;
}

/**
 * RDS adds a standby in place, though its schema calls every change of `MultiAZ` a possible replacement.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.Migrating.html
 */
const addsStandby = ({ resourceType, propertyUpdates }: ResourceDifference) =>
  resourceType === 'AWS::RDS::DBInstance' && Object.keys(propertyUpdates).join() === 'MultiAZ';

const harmless = [ResourceImpact.WILL_CREATE, ResourceImpact.WILL_UPDATE, ResourceImpact.NO_CHANGE];

/** Resources that an update replaces, deletes, or lets go of, by the tool that `cdk diff` asks. */
function lostIn(before: Template | undefined, after: Template | undefined): string[] {
  const lost: string[] = [];
  if (before === after) return lost;
  fullDiff(before ?? {}, after ?? {}).resources.forEachDifference((id, change) => {
    if (!harmless.includes(change.changeImpact) && !addsStandby(change))
      lost.push(`${id} ${change.changeImpact}`);
  });
  return lost;
}

/** What a template reads from other stacks that the account does not have. */
function dangling(account: Stacks, name: string): string[] {
  const outputs = new Set(
    [...account].flatMap(([id, { Outputs = {} }]) =>
      Object.keys(Outputs).map((key) => `${name}-${id}.${key}`),
    ),
  );
  return [...account].flatMap(([id, template]) =>
    referencesIn(template)
      .filter((reference) => !outputs.has(reference))
      .map((reference) => `${id} reads ${reference}`),
  );
}

function referencesIn(tree: unknown): string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => {
    if (key !== 'Fn::GetStackOutput') return referencesIn(value);
    const { StackName, OutputName } = value as { StackName: string; OutputName: string };
    return [`${StackName}.${OutputName}`];
  });
}

const distributionOf = (stack: Template | undefined) => {
  const [found] = Object.entries(stack?.Resources ?? {}).filter(
    ([, { Type }]) => Type === 'AWS::CloudFront::Distribution',
  );
  if (!found) throw new Error('the edge has no distribution');
  const [id, { Properties }] = found;
  return { id, config: (Properties as { DistributionConfig: Record<string, unknown> }).DistributionConfig };
};

/** Targets that the distribution's origins lead to. */
function targetsAsked(stack: Template | undefined, name: string): Set<string> {
  const prefix = `${name}-service-`;
  return new Set(
    referencesIn(distributionOf(stack).config.Origins)
      .filter((reference) => reference.startsWith(prefix))
      .map((reference) => reference.slice(prefix.length).split('.')[0] ?? ''),
  );
}

const ofTheOrigin = ['Origins', 'TargetOriginId', 'OriginRequestPolicyId', 'CachePolicyId'];

/** A distribution without what says which origin is asked, by which name, and how its pages are told apart. */
function besidesTheOrigin(config: Record<string, unknown>): unknown {
  return JSON.parse(
    JSON.stringify(config, (key, value: unknown) => (ofTheOrigin.includes(key) ? undefined : value)),
  );
}

const withoutLimits = (template: Template | undefined) =>
  JSON.stringify(template, (key, value: unknown) => (key === 'MaxCapacity' ? undefined : value));

interface Case {
  readonly name: string;
  readonly source: string;
  readonly to: TargetName;
  /** What differs from the file in deployments/. */
  readonly besides?: Partial<DeploymentInput>;
}

const cases: readonly Case[] = [
  { name: 'App Runner to Fargate', source: 'mvp', to: 'fargate' },
  { name: 'Express to Fargate', source: 'mvp-express', to: 'fargate' },
  { name: 'EC2 to Fargate', source: 'economy', to: 'fargate' },
  {
    name: 'Fargate to EC2, in another region and without internet',
    source: 'production',
    to: 'ec2',
    besides: { aws: { region: 'eu-west-1' }, network: { egress: 'endpoints' } },
  },
];

describe.each(cases)('$name', ({ source, to, besides }) => {
  const { file, stated } = readDeployment(source);
  const move = beginMove({ file, stated: { ...stated, ...besides } }, { to, source });
  const steps = movingSteps(move);
  const changes = history(move, steps);
  const { from, start } = move;
  const edgeId = edge(start);
  const first = synthesized(move.stated, move);
  const until = changes.filter(
    ({ step }) => steps.indexOf(step) <= steps.findIndex(({ id }) => id === 'switch'),
  );

  test('what the first step writes down changes no stack', () => {
    const [begin] = steps;
    expect(begin?.deploys).toEqual([]);
    expect(synthesized(begin?.deployment ?? move.stated, move)).toEqual(first);
  });

  test('network and data lose no resource, and none is replaced', () => {
    for (const id of ['network', 'data'])
      for (const { before, after } of changes) expect(lostIn(before.get(id), after.get(id))).toEqual([]);
  });

  test('what holds data keeps its logical id to the end', () => {
    const last = synthesized(steps.at(-1)?.deployment ?? move.stated, move).get('data');
    expect(Object.keys(last?.Resources ?? {})).toEqual(
      expect.arrayContaining(Object.keys(first.get('data')?.Resources ?? {})),
    );
  });

  test('at every moment each stack finds what it reads from others, so the edge has an origin that is there', () => {
    expect(dangling(first, start.name)).toEqual([]);
    for (const { step, stack, after } of changes)
      expect({ step: step.id, stack, missing: dangling(after, start.name) }).toEqual({
        step: step.id,
        stack,
        missing: [],
      });
  });

  test('the edge asks the old target before the switch, the new one after it, and no other', () => {
    const askedAfter = changes.map(({ after }) => [...targetsAsked(after.get(edgeId), start.name)]);
    const switched = changes.findIndex(({ stack }) => stack === edgeId);
    expect(askedAfter.slice(0, switched).flat()).toEqual(Array(switched).fill(from));
    expect(askedAfter.slice(switched).flat()).toEqual(Array(changes.length - switched).fill(to));
    for (const [index, asked] of askedAfter.entries())
      for (const target of asked) expect(changes[index]?.after.has(`service-${target}`)).toBe(true);
  });

  test('the switch gives the new target outputs for the edge to read, and changes nothing of it', () => {
    const [before, after] = changes
      .filter(({ step, stack }) => step.id === 'switch' && stack === serviceStack(to))
      .map(({ before, after }) => [before, after].map((account) => account.get(serviceStack(to))?.Resources))
      .flat();
    expect(before).toBeDefined();
    expect(after).toEqual(before);
  });

  test('only the switch changes the edge, and of the distribution only its origin', () => {
    const touching = changes.filter(({ stack }) => stack === edgeId);
    expect(touching.map(({ step }) => step.id)).toEqual(['switch']);
    for (const { before, after } of touching) {
      const [old, young] = [distributionOf(before.get(edgeId)), distributionOf(after.get(edgeId))];
      expect(young.id).toBe(old.id);
      expect(young.config.Origins).not.toEqual(old.config.Origins);
      expect(besidesTheOrigin(young.config)).toEqual(besidesTheOrigin(old.config));
      expect(lostIn(before.get(edgeId), after.get(edgeId)).filter((lost) => lost.startsWith(old.id))).toEqual(
        [],
      );
    }
  });

  test('the old target is as it was until the traffic has left it, but for how many tasks it may have', () => {
    for (const { after } of until)
      expect(withoutLimits(after.get(serviceStack(from)))).toBe(withoutLimits(first.get(serviceStack(from))));
  });

  test('the old target goes last, and only after the switch', () => {
    const ids = steps.map(({ id }) => id);
    expect(ids.indexOf('remove')).toBeGreaterThan(ids.indexOf('switch'));
    expect(steps.flatMap(({ deletes }) => deletes)).toEqual([serviceStack(from)]);
  });

  test('in the end the account is what the file says', () => {
    const end = steps.at(-1)?.deployment ?? move.stated;
    const account = changes.at(-1)?.after ?? first;
    const wanted = synthesized(end, move);
    expect([...account.keys()].sort()).toEqual([...wanted.keys()].sort());
    const different = [...wanted].filter(([id, { Resources }]) => {
      const have = account.get(id)?.Resources;
      return JSON.stringify(have) !== JSON.stringify(Resources);
    });
    expect(different.map(([id]) => id)).toEqual([]);
  });

  test('the commands name stacks, outputs, resources and containers that the account has', () => {
    for (const step of steps) {
      const own = changes.filter((each) => each.step === step);
      const earlier =
        changes.filter((each) => steps.indexOf(each.step) < steps.indexOf(step)).at(-1)?.after ?? first;
      const accounts = [earlier, ...own.map(({ after }) => after)];
      const lines = [...step.commands, ...step.checks.flatMap(({ commands }) => commands)];
      const missing = lines.flatMap((line) => {
        const [absent = [], ...others] = accounts.map((account) => absentIn(line, account));
        return absent.filter((word) => others.every((other) => other.includes(word)));
      });
      expect({ step: step.id, missing }).toEqual({ step: step.id, missing: [] });
    }
  });
});

/** Words of a command that no stack answers to. */
function absentIn(line: string, stacks: Stacks): string[] {
  const words = [...line.matchAll(/\$\((output|resource) (\S+) ([\w:]+)/g)];
  const stated = [...line.matchAll(/npx cdk (?:deploy|diff) ([\w-]+) --/g)].map(([, id = '']) => id);
  const containers = [...line.matchAll(/\{"name":"(\w+)","command"/g)].map(([, name = '']) => name);
  return [
    ...stated.filter((id) => id !== '' && !stacks.has(id)),
    ...words
      .filter(([, kind, id = '', what = '']) => {
        const { Outputs = {}, Resources = {} } = stacks.get(id) ?? {};
        return kind === 'output'
          ? !(what in Outputs)
          : !Object.values(Resources).some(({ Type }) => Type === what);
      })
      .map(([word]) => word),
    ...containers.filter((name) => !JSON.stringify([...stacks]).includes(`"Name":"${name}"`)),
  ];
}
