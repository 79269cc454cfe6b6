import { DISABLE_METADATA_STACK_TRACE } from 'aws-cdk-lib/cx-api';
import type { DeploymentInput } from '../../lib/deployment';
import { withDefaults, type Move } from '../../lib/move/move';
import type { Step } from '../../lib/move/step';
import type { PlannedStack, Template } from '../../lib/plan/assembly';
import { buildShop } from '../../stacks/shop-deployment';
import { testApp } from '../setup/stack-tests';

/** Stacks by construct id: what a file would make, or what an account has. */
export type Stacks = ReadonlyMap<string, PlannedStack>;

const seen = new Map<string, Stacks>();

/** What a file would make. */
export function synthesized(stated: DeploymentInput, move: Move): Stacks {
  const key = JSON.stringify(stated);
  const known = seen.get(key);
  if (known) return known;
  const app = testApp();
  app.node.setContext(DISABLE_METADATA_STACK_TRACE, true);
  buildShop(app, withDefaults(stated, move));
  const stacks = new Map(
    app.synth().stacks.map(({ id, stackName, template, environment, terminationProtection }) => [
      id,
      {
        id,
        name: stackName,
        region: environment.region,
        description: '',
        terminationProtection: terminationProtection ?? false,
        template: template as Template,
        acknowledgements: [],
      },
    ]),
  );
  seen.set(key, stacks);
  return stacks;
}

/** One deployment or deletion of one stack, and the account before and after it. */
export interface Change {
  readonly step: Step;
  readonly stack: string;
  readonly before: Stacks;
  readonly after: Stacks;
}

type Deployed = Pick<Step, 'deployment' | 'deploys' | 'deletes'>;

/** What the deployment of a file does to an account, stack by stack: first what it deletes. */
function* accountsAfter(
  account: Stacks,
  { deployment, deploys, deletes }: Deployed,
  move: Move,
): Iterable<[string, Stacks]> {
  let after = new Map(account);
  for (const stack of deletes) {
    after = new Map(after);
    after.delete(stack);
    yield [stack, after];
  }
  for (const stack of deploys) {
    const planned = synthesized(deployment, move).get(stack);
    if (!planned) throw new Error(`the file of a step has no stack ${stack}`);
    after = new Map(after).set(stack, planned);
    yield [stack, after];
  }
}

/** An account in which the first file is deployed, and everything the steps do to it, stack by stack. */
export function history(move: Move, steps: readonly Step[]): Change[] {
  const changes: Change[] = [];
  let before = synthesized(move.stated, move);
  for (const step of steps)
    for (const [stack, after] of accountsAfter(before, step, move)) {
      changes.push({ step, stack, before, after });
      before = after;
    }
  return changes;
}

/** The accounts on the way back of a step, the last of which is that after it. */
export function wayBack(account: Stacks, { undo }: Step, move: Move): Stacks[] {
  return [...accountsAfter(account, undo, move)].map(([, after]) => after);
}

/** What a template reads from other stacks that the account does not have. */
export function dangling(account: Stacks): string[] {
  const outputs = new Set(
    [...account.values()].flatMap(({ name, template }) =>
      Object.keys(template.Outputs ?? {}).map((key) => `${name}.${key}`),
    ),
  );
  return [...account].flatMap(([id, { template }]) =>
    referencesIn(template)
      .filter((reference) => !outputs.has(reference))
      .map((reference) => `${id} reads ${reference}`),
  );
}

export function referencesIn(tree: unknown): string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => {
    if (key !== 'Fn::GetStackOutput') return referencesIn(value);
    const { StackName, OutputName } = value as { StackName: string; OutputName: string };
    return [`${StackName}.${OutputName}`];
  });
}

/** Words of a command that no stack answers to. */
export function absentIn(line: string, stacks: Stacks): string[] {
  const words = [...line.matchAll(/\$\((output|resource) (\S+) ([\w:]+)/g)];
  const stated = [...line.matchAll(/npx cdk (?:deploy|diff) ([a-z][\w-]*) --/g)].map(([, id = '']) => id);
  const containers = [...line.matchAll(/\{"name":"(\w+)","command"/g)].map(([, name = '']) => name);
  return [
    ...stated.filter((id) => !stacks.has(id)),
    ...words
      .filter(([, kind, id = '', what = '']) => {
        const { Outputs = {}, Resources = {} } = stacks.get(id)?.template ?? {};
        return kind === 'output'
          ? !(what in Outputs)
          : !Object.values(Resources).some(({ Type }) => Type === what);
      })
      .map(([word]) => word),
    ...containers.filter((name) => !JSON.stringify([...stacks]).includes(`"Name":"${name}"`)),
  ];
}
