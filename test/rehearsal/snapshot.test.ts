import { differences, lostStores, replaced, unlike } from './snapshot';
import type { Resource } from './stacks';

const database: Resource = {
  stack: 'data',
  logicalId: 'Db',
  type: 'AWS::RDS::DBInstance',
  physicalId: 'db-1',
};
const listener: Resource = {
  stack: 'service-fargate',
  logicalId: 'Listener',
  type: 'AWS::ElasticLoadBalancingV2::Listener',
  physicalId: 'listener-1',
};
const taskDefinition: Resource = {
  stack: 'service-fargate',
  logicalId: 'TaskDefinition',
  type: 'AWS::ECS::TaskDefinition',
  physicalId: 'task:1',
};
const before = [database, listener, taskDefinition];
const named = (resource: Resource, physicalId: string) => ({ ...resource, physicalId });

test('a database that is another one than before is lost', () => {
  expect(lostStores(before, [named(database, 'db-2'), listener, taskDefinition])).toEqual([
    'data Db (AWS::RDS::DBInstance) was replaced: db-1 is now db-2',
  ]);
});

test('a database that belongs to no stack any more is lost', () => {
  expect(lostStores(before, [listener, taskDefinition])).toEqual(['data Db (AWS::RDS::DBInstance) is gone']);
});

test('a listener holds no data', () => {
  expect(lostStores(before, [database, taskDefinition])).toEqual([]);
});

test('a task definition may be replaced by an update, and a listener may not', () => {
  expect(
    replaced(before, [database, named(listener, 'listener-2'), named(taskDefinition, 'task:2')]),
  ).toEqual([
    'service-fargate Listener (AWS::ElasticLoadBalancingV2::Listener) was replaced: listener-1 is now listener-2',
  ]);
});

test('after a rollback every resource is the same, and none is new', () => {
  const added = { ...listener, logicalId: 'Another' };
  expect(differences(before, before)).toEqual([]);
  expect(differences(before, [database, listener, named(taskDefinition, 'task:2'), added])).toEqual([
    'service-fargate TaskDefinition (AWS::ECS::TaskDefinition) was replaced: task:1 is now task:2',
    'service-fargate Another (AWS::ElasticLoadBalancingV2::Listener) is new',
  ]);
});

test('the same logical id in another stack is another resource', () => {
  expect(lostStores(before, [{ ...database, stack: 'edge' }, listener, taskDefinition])).toEqual([
    'data Db (AWS::RDS::DBInstance) is gone',
  ]);
});

describe('after a way back', () => {
  const nothing = { types: new Set<string>(), stacks: new Set<string>() };

  test('the same resources are there, and a task definition may be a new version', () => {
    expect(unlike(before, [database, listener, named(taskDefinition, 'task:2')], nothing)).toEqual([]);
  });

  test('a database with another id is another database', () => {
    expect(unlike(before, [named(database, 'db-2'), listener, taskDefinition], nothing)).toEqual([
      'data Db (AWS::RDS::DBInstance) was replaced: db-1 is now db-2',
    ]);
  });

  test('a store that the step has let go of may be another one', () => {
    const types = new Set([database.type]);
    expect(
      unlike(before, [named(database, 'db-2'), listener, taskDefinition], { ...nothing, types }),
    ).toEqual([]);
  });

  test('a stack that was deleted is there again, with whatever the file has now', () => {
    const stacks = new Set(['service-fargate']);
    expect(unlike(before, [database, named(listener, 'listener-2')], { ...nothing, stacks })).toEqual([]);
    expect(unlike(before, [database], { ...nothing, stacks })).toEqual(['service-fargate is gone']);
  });
});
