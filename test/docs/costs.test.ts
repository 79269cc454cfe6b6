import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { deploymentNames, loadDeployment } from '../../lib/deployment';
import { maxConnections, reservedConnections } from '../../lib/sizes/database-instances';
import { buildShop } from '../../stacks/shop-deployment';
import { testApp } from '../setup/stack-tests';

interface Line {
  readonly usd: number;
  readonly what: string;
  /** What the line computes; undefined for an estimate. */
  readonly computed: number | undefined;
}

const textOf = (name: string) => readFileSync(join(__dirname, '../../deployments', `${name}.ts`), 'utf8');

/** `$0.0336 × 730 h` as a number; words and units say what is multiplied. */
function compute(arithmetic: string): number {
  const numbers = arithmetic
    .replaceAll('×', '*')
    .replaceAll('−', '-')
    .replace(/[^\d.*+\-() ]/g, '');
  return Number(runInNewContext(numbers));
}

function linesOf(name: string): Line[] {
  return [...textOf(name).matchAll(/^ \* {5} *(\d+\.\d\d) {2}(.+)$/gm)].map(([, usd, what = '']) => {
    const arithmetic = /: ([^;]*\d[^;]*)/.exec(what)?.[1];
    return { usd: Number(usd), what, computed: arithmetic === undefined ? undefined : compute(arithmetic) };
  });
}

const withCosts = deploymentNames().filter((name) => linesOf(name).length > 0);

interface Resource {
  readonly Type: string;
  readonly Properties: object;
}

/** Every resource of a deployment as it is synthesized. */
function resourcesOf(name: string): Resource[] {
  const app = testApp();
  buildShop(app, loadDeployment(name));
  return app
    .synth()
    .stacks.flatMap(({ template }) =>
      Object.values((template as { Resources: Record<string, Resource> }).Resources),
    );
}

test('the MVP files and the economical one show what they cost', () => {
  expect(withCosts).toEqual(['economy', 'mvp', 'mvp-express']);
});

describe.each(withCosts)('the costs in %s', (name) => {
  const lines = linesOf(name);
  const parts = lines.filter(({ what }) => !what.startsWith('in total'));
  const total = lines.find(({ what }) => what.startsWith('in total;'));

  test('add up to their total, inside the range', () => {
    const sum = parts.reduce((cents, { usd }) => cents + Math.round(usd * 100), 0) / 100;
    expect(total?.usd).toBe(sum);
    const [least = 0, most = 0] =
      /may cost (\d+) to (\d+)/
        .exec(total?.what ?? '')
        ?.slice(1)
        .map(Number) ?? [];
    expect(sum).toBeGreaterThan(least);
    expect(sum).toBeLessThan(most);
  });

  test.each(lines.filter(({ computed }) => computed !== undefined))(
    '$usd is what "$what" computes',
    (line) => {
      expect(line.computed).toBeCloseTo(line.usd, 2);
    },
  );

  test('are small where they are not computed', () => {
    for (const { usd, computed } of parts) expect(computed === undefined && usd > 0.5).toBe(false);
  });

  test('count the secrets, keys and firewall rules that are created', () => {
    const said = (count: RegExp) => Number(lines.map(({ what }) => count.exec(what)?.[1]).find(Boolean));
    const created = resourcesOf(name);
    const count = (type: string) => created.filter(({ Type }) => Type === type).length;
    const acls = created.filter(({ Type }) => Type === 'AWS::WAFv2::WebACL');
    // RDS creates the secret of the master login, so no template has it.
    expect(said(/(\d+) secrets/)).toBe(count('AWS::SecretsManager::Secret') + 1);
    expect(said(/(\d+) key /)).toBe(count('AWS::KMS::Key'));
    expect(said(/(\d+) rules × \$1/)).toBe(
      acls.flatMap(({ Properties }) => (Properties as { Rules: unknown[] }).Rules).length,
    );
  });
});

test.each(['economy', 'production'])('the connections that %s counts are what its tasks may open', (name) => {
  const [, tasks, connections, overflow, reserved, sum] =
    /(\d+|Three) tasks[^×]*× \((\d+) \+ (\d+)\) \+ (\d+) reserved = (\d+)/.exec(textOf(name)) ?? [];
  const { database } = loadDeployment(name);
  const count = tasks === 'Three' ? 3 : Number(tasks);
  expect([connections, overflow].map(Number)).toEqual([database.pool.connections, database.pool.overflow]);
  expect(Number(reserved)).toBe(reservedConnections);
  expect(Number(sum)).toBe(count * (Number(connections) + Number(overflow)) + reservedConnections);
  expect(Number(sum)).toBeLessThanOrEqual(maxConnections(database.instance));
});

test.each(['mvp', 'mvp-express'])('%s counts the connections of a task', (name) => {
  const { pool } = loadDeployment(name).database;
  expect(textOf(name)).toContain(`${pool.connections + pool.overflow} connections per task`);
});
