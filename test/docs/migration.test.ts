import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { deploymentNames, readDeployment, type TargetName } from '../../lib/deployment';
import { targetNames } from '../../lib/deployment/schema/targets';
import { beginMove, type MoveRequest } from '../../lib/move/begin-move';
import { movingSteps } from '../../lib/move/moving-steps';
import { fargateShop } from '../setup/fargate';
import { propertiesOf } from '../setup/templates';

const page = readFileSync(join(__dirname, '../../docs/migration.md'), 'utf8');

const idsOf = (source: string, request: Omit<MoveRequest, 'source'>) =>
  movingSteps(beginMove(readDeployment(source), { source, ...request })).map(({ id }) => id);

/** Moves of the shipped files to each other target that take them. */
function shippedMoves(): string[] {
  return deploymentNames()
    .flatMap((source) => targetNames.map((to): [string, TargetName] => [source, to]))
    .flatMap(([source, to]) => {
      try {
        return idsOf(source, { to });
      } catch {
        return [];
      }
    });
}

test('the table of what can go wrong has each step that a move can have, and no other', () => {
  const listed = [...page.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, id = '']) => id);
  const possible = new Set([
    ...shippedMoves(),
    ...idsOf('mvp', { to: 'fargate', vectors: 'chroma' }),
    // Files with larger pools need it; test/lib/move has one.
    'database-size',
  ]);
  expect(new Set(listed)).toEqual(possible);
});

test.each(['mvp', 'mvp-express'])('%s moves to production without a larger database', (source) => {
  expect(page).toContain(`deployments/${source}.ts`);
  expect(idsOf(source, { to: 'fargate' })).not.toContain('database-size');
});

test('the moves that the page names are not refused', () => {
  const named = [...page.matchAll(/`move ([a-z-]+) --to (\w+)(?: --vectors (chroma))?`/g)].filter(
    // The way back starts in the middle of a move, with both targets in the file.
    ([, source = '', to]) => readDeployment(source).stated.live !== to,
  );
  expect(named.length).toBeGreaterThan(4);
  for (const [, source = '', to, vectors] of named) {
    const request = { to: to as TargetName, ...(vectors === 'chroma' ? { vectors } : {}) } as const;
    expect(idsOf(source, request).length).toBeGreaterThan(5);
  }
});

test('the login of the application is found by the description and the tag that the page searches for', () => {
  const [, description = ''] = /Key=description,Values="([^"]+)"/.exec(page) ?? [];
  const secrets = propertiesOf<{ Description: string; Tags: { Key: string }[] }>(
    Template.fromStack(fargateShop().data),
    'AWS::SecretsManager::Secret',
  ).filter(({ Description }) => Description.startsWith(description));
  expect(secrets.length).toBe(1);
  expect(secrets[0]?.Tags.map(({ Key }) => Key)).toContain('deployment');
});
