import { parseDeployment, type DeploymentInput } from '../../../lib/deployment';
import { type MoveRequest } from '../../../lib/move/begin-move';
import { ids, mvp, production, refusal, step, stepsOf } from './planned-moves';

describe('from the MVP to production', () => {
  const steps = stepsOf(mvp, { to: 'fargate' });

  test('goes from what can be taken back to what cannot', () => {
    expect(ids(steps)).toEqual([
      'begin',
      'standby',
      'database-size',
      'cache',
      'beside',
      'prove',
      'switch',
      'watch',
      'remove',
      'grow',
    ]);
  });

  test('says of each step what to run or look at, what undoes it, how long it takes and who notices', () => {
    for (const { commands, checks, undo, takes, customers } of steps) {
      expect(commands.length + checks.length).toBeGreaterThan(0);
      for (const text of [undo.text, takes, customers]) expect(text).not.toBe('');
    }
  });

  test('only the larger database interrupts, and only once there is a standby', () => {
    expect(steps.filter(({ customers }) => !customers.startsWith('Nothing')).map(({ id }) => id)).toEqual([
      'database-size',
    ]);
    expect(step(steps, 'database-size').customers).toContain('one or two minutes');
  });

  test('names a smaller pool that needs no larger database, and keeps its word', () => {
    const overflow = Number(/database\.pool\.overflow: (\d+)/.exec(step(steps, 'database-size').why)?.[1]);
    const smaller = { ...mvp, database: { ...mvp.database, pool: { overflow } } };
    expect(ids(stepsOf(smaller, { to: 'fargate' }))).not.toContain('database-size');
  });

  test('never changes the pool of the tasks that serve', () => {
    const before = parseDeployment(mvp).database.pool;
    const whileTheyServe = steps.slice(0, ids(steps).indexOf('remove'));
    for (const { deployment } of whileTheyServe)
      expect(parseDeployment(deployment).database.pool).toEqual(before);
  });

  test('ends with a file that has one target, and says of pools and tasks what it said before', () => {
    expect(steps.at(-1)?.deployment).toEqual({
      ...mvp,
      targets: { fargate: {} },
      live: 'fargate',
      database: { instance: 't4g.small', multiAz: true },
      cache: { multiAz: true },
    });
  });

  test('moves the vectors to Chroma when asked to, after everything else', () => {
    const [last] = stepsOf(mvp, { to: 'fargate', vectors: 'chroma' }).slice(-1);
    expect(last?.id).toBe('vectors-to-chroma');
    expect(last?.commands.at(-4)).toContain('"command":["reindex"]');
  });
});

describe('to a smaller target', () => {
  test('Fargate leaves connections, without a restart of the database or of a task', () => {
    const steps = stepsOf(production, { to: 'ec2' });
    expect(ids(steps)).not.toContain('database-size');
    expect(step(steps, 'room').deployment.targets).toEqual({ fargate: { tasks: { max: 8 } } });
  });

  test('the new Chroma server is filled before customers come', () => {
    const steps = stepsOf(production, { to: 'ec2' });
    expect(step(steps, 'prove').commands.join()).toContain('reindex');
    expect(ids(steps).indexOf('prove')).toBeLessThan(ids(steps).indexOf('switch'));
  });

  test('vectors are in PostgreSQL before a target without a place for Chroma comes', () => {
    const steps = stepsOf(production, { to: 'express' });
    const vectors = step(steps, 'vectors-to-postgres');
    expect(vectors.deployment.vectors).toBe('embedded');
    expect(vectors.commands.findIndex((line) => line.includes('reindex'))).toBeLessThan(
      vectors.commands.findIndex((line) => line.includes('cdk deploy')),
    );
    expect(ids(steps).indexOf('vectors-to-postgres')).toBeLessThan(ids(steps).indexOf('beside'));
  });

  test('outside us-east-1 the edge is looked for where it stands', () => {
    const { commands, checks } = step(stepsOf(production, { to: 'ec2' }), 'switch');
    expect(commands.join()).toContain('cdk deploy edge-eu-west-1 ');
    expect(checks.flatMap((check) => check.commands).join()).toContain(
      'resource edge-eu-west-1 AWS::CloudFront::Distribution us-east-1',
    );
  });
});

describe('a move that has begun', () => {
  const steps = stepsOf(mvp, { to: 'fargate' });

  test('goes on beside each other where both targets are stated', () => {
    const { deployment } = step(steps, 'beside');
    expect(ids(stepsOf(deployment, { to: 'fargate' }))).toEqual([
      'begin',
      'beside',
      'prove',
      'switch',
      'watch',
      'remove',
    ]);
  });

  test('goes on with watching where the traffic has moved', () => {
    const { deployment } = step(steps, 'switch');
    expect(ids(stepsOf(deployment, { to: 'fargate' }))).toEqual(['watch', 'remove']);
  });

  test('goes back the way it came', () => {
    const back = stepsOf(step(steps, 'switch').deployment, { to: 'apprunner' });
    expect(step(back, 'switch').deployment.live).toBe('apprunner');
    expect(step(back, 'remove').deletes).toEqual(['service-fargate']);
  });
});

const pairs = (['fargate', 'express', 'apprunner', 'ec2'] as const).flatMap((from, _, all) =>
  all.filter((to) => to !== from).map((to) => [from, to] as const),
);

test.each(pairs)('every pair of targets has a way: %s to %s', (from, to) => {
  const stated = { ...production, targets: { [from]: {} }, live: from, vectors: 'embedded' as const };
  const steps = stepsOf(stated, { to });
  expect(steps.at(-1)?.deployment.live).toBe(to);
  expect(Object.keys(steps.at(-1)?.deployment.targets ?? {})).toEqual([to]);
});

describe('a move that cannot be made is refused with the way out', () => {
  test.each<
    [refused: string, stated: DeploymentInput, request: Omit<MoveRequest, 'source'>, message: RegExp]
  >([
    ['a target that is not there', mvp, { to: 'fargat' }, /--to fargat: .*Did you mean fargate\?/],
    [
      'a target that is live already',
      mvp,
      { to: 'apprunner' },
      /apprunner is already the only target of mvp.*fargate, express, ec2/,
    ],
    [
      'Chroma where it has no place',
      mvp,
      { to: 'express', vectors: 'chroma' },
      /no file system.*fargate or ec2/,
    ],
    [
      'another place for vectors',
      mvp,
      { to: 'fargate', vectors: 'pinecone' },
      /--vectors pinecone: must be 'chroma'/,
    ],
    [
      'no CDN, so no origin to change',
      { ...mvp, edge: { cdn: { enabled: false, optOutReason: 'a partner has its own' } } },
      { to: 'fargate' },
      /edge\.cdn is off/,
    ],
    [
      'a third target',
      { ...mvp, targets: { apprunner: {}, express: {} }, cache: {} },
      { to: 'fargate' },
      /targets also has express and apprunner/,
    ],
    [
      'a way into the new target that CloudFront cannot take',
      {
        ...production,
        vectors: 'embedded',
        targets: { fargate: { tasks: { max: 4 } }, apprunner: { ingress: 'private' } },
      },
      { to: 'apprunner' },
      /Send traffic to App Runner.*targets\.apprunner\.ingress/s,
    ],
    [
      'pools that no database takes together',
      {
        ...production,
        targets: { fargate: { tasks: { min: 40, max: 40 } } },
        database: { instance: 'r7g.xlarge', pool: { connections: 60, overflow: 10 } },
      },
      { to: 'ec2' },
      /no supported instance class has so many.*Lower database\.pool/,
    ],
  ])('%s', (_, stated, request, message) => {
    expect(refusal(() => stepsOf(stated, request))).toMatch(message);
  });
});
