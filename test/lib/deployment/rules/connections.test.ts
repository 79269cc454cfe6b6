import { parseDeployment, type DeploymentInput } from '../../../../lib/deployment';
import { problemsOf, smallest, testRules } from '../rule-cases';

testRules('connections', [
  {
    rule: 'the pools of the most tasks fit the database',
    passes: {
      targets: { fargate: { tasks: { max: 10 } } },
      database: { pool: { connections: 10, overflow: 6 } },
    },
    fails: { database: { pool: { overflow: 20 } } },
    at: 'targets.fargate.tasks.max',
    because:
      'must fit the 180 connections of db.t4g.small: 10 of fargate, each with 10 + 20, and 15 kept free make 315',
    instead: "database.pool.overflow: 6, or 5 tasks in all, or database.instance: 't4g.medium'",
  },
  {
    rule: 'targets side by side share one database',
    passes: { targets: { fargate: { tasks: { max: 3 } }, ec2: {} }, database: { pool: { overflow: 20 } } },
    fails: { targets: { fargate: { tasks: { max: 4 } }, ec2: {} }, database: { pool: { overflow: 20 } } },
    at: 'database.pool',
    because:
      'must fit the 180 connections of db.t4g.small: 4 of fargate + 2 of ec2, each with 10 + 20, and 15 kept free make 195',
    instead: "database.pool.overflow: 17, or 5 tasks in all, or database.instance: 't4g.medium'",
  },
  {
    rule: 'a pool that is too large without overflow gets a smaller number of connections',
    passes: { database: { pool: { connections: 16, overflow: 0 } } },
    fails: { database: { pool: { connections: 20 } } },
    at: 'targets.fargate.tasks.max',
    because:
      'must fit the 180 connections of db.t4g.small: 10 of fargate, each with 20 + 0, and 15 kept free make 215',
    instead:
      "database.pool: { connections: 16, overflow: 0 }, or 8 tasks in all, or database.instance: 't4g.medium'",
  },
  {
    rule: 'the last connection may be used',
    passes: {
      targets: { fargate: { tasks: { max: 15 } } },
      database: { pool: { connections: 10, overflow: 1 } },
    },
    fails: {
      targets: { fargate: { tasks: { max: 15 } } },
      database: { pool: { connections: 10, overflow: 2 } },
    },
    at: 'targets.fargate.tasks.max',
    because:
      'must fit the 180 connections of db.t4g.small: 15 of fargate, each with 10 + 2, and 15 kept free make 195',
    instead: "database.pool.overflow: 1, or 13 tasks in all, or database.instance: 't4g.medium'",
  },
  {
    rule: 'a task too many for the largest database has no larger one',
    passes: { database: { instance: 'r7g.xlarge' } },
    fails: {
      targets: { fargate: { tasks: { max: 100 } } },
      database: { instance: 'r7g.xlarge', pool: { connections: 100, overflow: 100 } },
    },
    at: 'targets.fargate.tasks.max',
    because:
      'must fit the 2883 connections of db.r7g.xlarge: 100 of fargate, each with 100 + 100, and 15 kept free make 20015',
    instead: 'database.pool: { connections: 28, overflow: 0 }, or 14 tasks in all',
  },
  {
    rule: 'a pool that fits no task offers neither fewer tasks nor a pool of none',
    passes: {
      targets: { fargate: { tasks: { min: 1, max: 1 } } },
      database: { instance: 't4g.micro', pool: { connections: 75, overflow: 0 } },
    },
    fails: {
      targets: { fargate: { tasks: { min: 1, max: 100 } } },
      database: { instance: 't4g.micro', pool: { connections: 100, overflow: 0 } },
    },
    at: 'targets.fargate.tasks.max',
    because:
      'must fit the 90 connections of db.t4g.micro: 100 of fargate, each with 100 + 0, and 15 kept free make 10015',
    instead: 'fewer tasks and a larger database.instance together',
  },
]);

test('the ways out that the report offers are accepted', () => {
  const pool = { overflow: 20 };
  const tooMany = { ...smallest, database: { pool } };
  expect(problemsOf(tooMany)).toHaveLength(1);
  expect(parseDeployment({ ...tooMany, database: { pool: { overflow: 6 } } })).toBeDefined();
  expect(parseDeployment({ ...tooMany, database: { instance: 't4g.medium', pool } })).toBeDefined();
  expect(problemsOf({ ...tooMany, database: { pool: { overflow: 7 } } })).toHaveLength(1);
});

describe('a file that says nothing of the overflow', () => {
  const overflowOf = (overrides: Partial<DeploymentInput>) =>
    parseDeployment({ ...smallest, ...overrides }).database.pool.overflow;

  test('gets 20 where the database takes them', () => {
    expect(overflowOf({ targets: { fargate: { tasks: { max: 5 } } } })).toBe(20);
    expect(overflowOf({ database: { instance: 't4g.medium' } })).toBe(20);
  });

  test('gets what is left for the most tasks otherwise, those of a second target included', () => {
    expect(overflowOf({})).toBe(6);
    expect(overflowOf({ targets: { fargate: {}, ec2: {} } })).toBe(3);
  });
});
