import { isDeepStrictEqual } from 'node:util';
import { fullDiff, ResourceImpact, type ResourceDifference } from '@aws-cdk/cloudformation-diff';
import { changesBetween } from '../../lib/guard/changes';
import { isStateful } from '../../lib/guard/stateful';
import { movingSteps } from '../../lib/move/moving-steps';
import { edge } from '../../lib/move/stacks';
import type { DataChange, Step } from '../../lib/move/step';
import type { PlannedStack } from '../../lib/plan/assembly';
import { operationsStack, serviceStack } from '../../lib/stacks/names';
import {
  absentIn,
  dangling,
  history,
  referencesIn,
  synthesized,
  wayBack,
  type Stacks,
} from './moving-account';
import { moveOf, movingCases } from './moving-cases';

/**
 * RDS adds a standby in place, though its schema calls every change of `MultiAZ` a possible replacement.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.Migrating.html
 */
const addsStandby = ({ resourceType, propertyUpdates }: ResourceDifference) =>
  resourceType === 'AWS::RDS::DBInstance' && Object.keys(propertyUpdates).join() === 'MultiAZ';

const harmless = [ResourceImpact.WILL_CREATE, ResourceImpact.WILL_UPDATE, ResourceImpact.NO_CHANGE];

/** Resources that an update replaces, deletes, or lets go of, by the tool that `cdk diff` asks. */
function lostIn(before: PlannedStack | undefined, after: PlannedStack | undefined): string[] {
  const lost: string[] = [];
  if (before === after) return lost;
  fullDiff(before?.template ?? {}, after?.template ?? {}).resources.forEachDifference((id, change) => {
    if (!harmless.includes(change.changeImpact) && !addsStandby(change))
      lost.push(`${id} ${change.changeImpact}`);
  });
  return lost;
}

/** Changes of resources that hold data, in the form in which a step states them. */
function dataChanges(before: Stacks, after: Stacks): string[] {
  const { stacks, left } = changesBetween([...before.values()], [...after.values()]);
  const changed = stacks.flatMap(({ resources }) => [...resources.values()]);
  const gone = left.flatMap(({ template }) =>
    Object.entries(template.Resources).map(([logicalId, resource]) => ({
      logicalId,
      type: resource.Type,
      fate: 'removed',
      properties: [],
      before: resource,
    })),
  );
  return (
    [...changed, ...gone]
      .filter(({ type, fate }) => isStateful(type) && fate !== 'kept')
      // The password between CloudFront and a public address is no customer's data.
      .filter(({ logicalId }) => !logicalId.includes('CloudFrontOnlyPassword'))
      .map(({ type, fate, properties, before: { DeletionPolicy = 'Delete' } }) => {
        const released = fate === 'removed' && DeletionPolicy.startsWith('Retain');
        return [type, released ? 'released' : fate, ...(fate === 'updated' ? properties : [])].join(' ');
      })
      .sort()
  );
}

const stated = (changes: readonly DataChange[]) =>
  changes.map(({ type, change, properties }) => [type, change, ...properties].join(' ')).sort();

const resourcesOf = (account: Stacks) =>
  Object.fromEntries([...account].map(([id, { template }]) => [id, template.Resources]));

const distributionOf = (stack: PlannedStack | undefined) => {
  const [found] = Object.entries(stack?.template.Resources ?? {}).filter(
    ([, { Type }]) => Type === 'AWS::CloudFront::Distribution',
  );
  if (!found) throw new Error('the edge has no distribution');
  const [id, { Properties }] = found;
  return { id, config: (Properties as { DistributionConfig: Record<string, unknown> }).DistributionConfig };
};

/** Targets that the distribution's origins lead to. */
function targetsAsked(stack: PlannedStack | undefined, name: string): Set<string> {
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

const withoutLimits = (stack: PlannedStack | undefined) =>
  JSON.stringify(stack?.template, (key, value: unknown) => (key === 'MaxCapacity' ? undefined : value));

describe.each(movingCases)('$name', (movingCase) => {
  const move = moveOf(movingCase);
  const { from, to, start } = move;
  const steps = movingSteps(move);
  const changes = history(move, steps);
  const edgeId = edge(start);
  const first = synthesized(move.stated, move);
  const switched = changes.findIndex(({ stack }) => stack === edgeId);
  const accountBefore = (step: Step) =>
    changes.filter((each) => steps.indexOf(each.step) < steps.indexOf(step)).at(-1)?.after ?? first;
  const accountAfter = (step: Step) =>
    changes.filter((each) => steps.indexOf(each.step) <= steps.indexOf(step)).at(-1)?.after ?? first;

  test('what the first step writes down changes no stack', () => {
    const [begin] = steps;
    expect(begin?.deploys).toEqual([]);
    expect(synthesized(begin?.deployment ?? move.stated, move)).toEqual(first);
  });

  test('no resource that holds data changes, in place or by replacement, unless the step says so and why', () => {
    for (const step of steps) {
      expect({ step: step.id, changes: dataChanges(accountBefore(step), accountAfter(step)) }).toEqual({
        step: step.id,
        changes: stated(step.dataChanges),
      });
      for (const { why } of step.dataChanges) expect(why).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('network and data lose no resource, and none is replaced, unless a store leaves them', () => {
    for (const id of ['network', 'data'])
      for (const { step, before, after } of changes)
        if (!step.dataChanges.some(({ change }) => change !== 'updated'))
          expect(lostIn(before.get(id), after.get(id))).toEqual([]);
  });

  test('the way back of each step leads to the account before it, and breaks no reference on the way', () => {
    for (const step of steps) {
      const way = wayBack(accountAfter(step), step, move);
      for (const account of way) expect(dangling(account)).toEqual([]);
      // What is watched is the switch.
      const origin = steps.find(({ id }) => step.id === 'watch' && id === 'switch') ?? step;
      const madeAgain = [...synthesized(step.undo.deployment, move)].filter(([id]) =>
        step.deletes.includes(id),
      );
      expect({ step: step.id, account: resourcesOf(way.at(-1) ?? accountAfter(step)) }).toEqual({
        step: step.id,
        account: resourcesOf(new Map([...accountBefore(origin), ...madeAgain])),
      });
    }
  });

  test('at every moment each stack finds what it reads from others, so the edge has an origin that is there', () => {
    expect(dangling(first)).toEqual([]);
    for (const { step, stack, after } of changes)
      expect({ step: step.id, stack, missing: dangling(after) }).toEqual({
        step: step.id,
        stack,
        missing: [],
      });
  });

  test('the edge asks the old target before the switch, the new one after it, and no other', () => {
    const askedAfter = changes.map(({ after }) => [...targetsAsked(after.get(edgeId), start.name)]);
    expect(askedAfter.slice(0, switched).flat()).toEqual(Array(switched).fill(from));
    expect(askedAfter.slice(switched).flat()).toEqual(Array(changes.length - switched).fill(to));
    for (const [index, asked] of askedAfter.entries())
      for (const target of asked) expect(changes[index]?.after.has(`service-${target}`)).toBe(true);
  });

  test('the switch changes nothing of the targets, but that the new one refuses its deletion', () => {
    const ofSwitch = changes.filter(({ step }) => step.id === 'switch');
    expect(ofSwitch.map(({ stack }) => stack)).toEqual([serviceStack(to), edgeId, operationsStack]);
    const [{ before, after } = { before: first, after: first }] = ofSwitch;
    const [old, young] = [before, after].map(
      (account) => account.get(serviceStack(to))?.template.Resources ?? {},
    );
    const changed = Object.entries(young ?? {}).filter(
      ([id, resource]) => !isDeepStrictEqual(resource, old?.[id]),
    );
    expect(Object.keys(young ?? {})).toEqual(Object.keys(old ?? {}));
    expect(changed.map(([, { Type }]) => Type)).toEqual(['Custom::DeletionProtection']);
    const refusals = [old, young].map(
      (resources) => resources?.[changed[0]?.[0] ?? '']?.Properties?.RefusesDeletion,
    );
    expect(refusals).toEqual(['false', 'true']);
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

  test('the old target is as it was until the traffic has left it, but for its vectors and how many tasks it may have', () => {
    const baseline = steps.find(({ id }) => id === 'vectors-to-postgres');
    const stack = (account: Stacks) => withoutLimits(account.get(serviceStack(from)));
    for (const { step, after } of changes.slice(0, switched + 1))
      if (!baseline || steps.indexOf(step) > steps.indexOf(baseline))
        expect(stack(after)).toBe(stack(baseline ? accountAfter(baseline) : first));
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
    expect(resourcesOf(account)).toEqual(resourcesOf(wanted));
  });

  test('the commands name stacks, outputs, resources and containers that the account has', () => {
    for (const step of steps) {
      const own = changes.filter((each) => each.step === step);
      const accounts = [accountBefore(step), ...own.map(({ after }) => after)];
      const lines = [...step.commands, ...step.checks.flatMap(({ commands }) => commands)];
      const missing = lines.flatMap((line) => {
        const [absent = [], ...others] = accounts.map((account) => absentIn(line, account));
        return absent.filter((word) => others.every((other) => other.includes(word)));
      });
      expect({ step: step.id, missing }).toEqual({ step: step.id, missing: [] });
    }
  });
});
