import { defineDeployment, parseDeployment, warningsFor } from '../../../lib/deployment';
import { targetNames } from '../../../lib/deployment/schema/targets';
import { problemsOf, smallest } from './rule-cases';

test.each(targetNames)('a file that states only the target %s keeps every rule', (target) => {
  const vectors = target === 'fargate' || target === 'ec2' ? 'chroma' : 'embedded';
  expect(problemsOf({ ...smallest, targets: { [target]: {} }, live: target, vectors })).toEqual([]);
});

test('two targets side by side keep every rule on defaults as well', () => {
  expect(problemsOf({ ...smallest, targets: { fargate: {}, ec2: {} } })).toEqual([]);
});

test('what the smallest file leaves out is safe', () => {
  const deployment = parseDeployment(smallest);
  expect(deployment.database).toMatchObject({ multiAz: true, deletionProtection: true });
  expect(deployment.cache).toMatchObject({ multiAz: true });
  expect(deployment.edge).toMatchObject({ cdn: true, loadBalancer: 'internal' });
  expect(deployment.logs).toEqual({ retentionDays: 90 });
  expect(deployment.targets.fargate?.tasks.min).toBe(2);
});

test('the pool is the one that production asks for where the database takes it', () => {
  const roomy = { ...smallest, database: { instance: 't4g.medium' } };
  expect(parseDeployment(roomy).database.pool).toEqual({
    connections: 10,
    overflow: 20,
    recycleSeconds: 3600,
  });
});

test('parsing does not change what the file states', () => {
  const stated = structuredClone(smallest);
  parseDeployment(stated);
  expect(stated).toEqual(smallest);
});

test('the compiler refuses what the schema refuses', () => {
  const written = defineDeployment({
    ...smallest,
    // @ts-expect-error an instance class that is not on offer
    database: { instance: 't4g.smal' },
    // @ts-expect-error a protection switched off without a reason
    edge: { cdn: { enabled: false } },
    container: {
      // @ts-expect-error no variable of the contract
      variables: { DATABASE_URL: 'DATABASE_URI' },
    },
  });
  // @ts-expect-error an unknown key
  const coloured = defineDeployment({ ...smallest, colour: 'red' });
  expect([problemsOf(written), problemsOf(coloured)].map(({ length }) => length)).toEqual([3, 1]);
});

describe('warnings', () => {
  const warned = (overrides: object) =>
    warningsFor(parseDeployment({ ...smallest, ...overrides })).map(({ path }) => path);
  const appRunner = { live: 'apprunner', vectors: 'embedded' };

  test('there are none on defaults', () => {
    expect(warned({})).toEqual([]);
  });

  test('App Runner is closed to most accounts until the file says that it knows', () => {
    expect(warned({ ...appRunner, targets: { apprunner: {} } })).toEqual(['targets.apprunner']);
    expect(warned({ ...appRunner, targets: { apprunner: { acknowledgeClosed: true } } })).toEqual([]);
  });

  test('hours that a target does not keep', () => {
    const hours = { schedule: { start: 7, stop: 19 } };
    const express = { ...hours, targets: { express: {} }, live: 'express', vectors: 'embedded' };
    expect(warned(express)).toEqual(['schedule']);
    expect(warned(hours)).toEqual([]);
  });

  test('one NAT gateway for three zones is a second look worth', () => {
    const aws = { region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] };
    expect(warned({ aws })).toEqual(['network.egress']);
    expect(warned({ aws, network: { egress: 'nat-per-zone' } })).toEqual([]);
  });

  test('rate limits widen without a shared count', () => {
    const container = { sessions: 'database' };
    expect(warned({ container, cache: 'none' })).toEqual(['cache']);
    const one = { fargate: { tasks: { min: 1, max: 1 } } };
    expect(warned({ container, cache: 'none', targets: one })).toEqual([]);
  });

  test.each(['fargate', 'ec2'])('ECS Exec on %s needs an image with a shell', (target) => {
    const exec = { targets: { [target]: { exec: true } }, live: target, vectors: 'embedded' };
    const said = (image: object) =>
      warningsFor(parseDeployment({ ...smallest, ...exec, ...image })).filter(({ path }) =>
        path.endsWith('.exec'),
      );
    const path = `targets.${target}.exec`;
    expect(said({})).toEqual([
      {
        path,
        message: expect.stringMatching(/^The bundled image has no shell.*script and cat.*Leave exec out/),
      },
    ]);
    const digest = `sha256:${'0'.repeat(64)}`;
    expect(said({ image: { repository: 'shop', digest } })).toEqual([
      { path, message: expect.stringMatching(/^ECS Exec needs sh in the image, and script and cat/) },
    ]);
    expect(warned({ ...exec, targets: { [target]: {} } })).toEqual([]);
  });

  test.each(['command', 'migrateCommand'])('the bundled image cannot start a shell as its %s', (field) => {
    const starting = (...words: string[]) => warned({ container: { [field]: words } });
    expect(starting('sh', '-c', 'a && b')).toEqual([`container.${field}`]);
    expect(starting('/bin/bash', '/start')).toEqual([`container.${field}`]);
    expect(starting('migrate')).toEqual([]);
    expect(starting('publish')).toEqual([]);
  });

  test('a port below 1024 is for root', () => {
    expect(warned({ container: { port: 1023 } })).toEqual(['container.port']);
    expect(warned({ container: { port: 1024 } })).toEqual([]);
  });

  test('each says what to do about it', () => {
    const closed = { ...smallest, ...appRunner, targets: { apprunner: {} } };
    const [warning] = warningsFor(parseDeployment(closed));
    expect(warning?.message).toMatch(/take targets\.express.*acknowledgeClosed: true/);
  });
});
