import type { CloudFormationCustomResourceEvent, CloudFormationCustomResourceUpdateEvent } from 'aws-lambda';
import { runTask } from '../../../constructs/release/run-task.lambda';
import { stackIn } from '../../setup/custom-resources';
import { pointSdkAt, startFakeAws, type Answer, type Call } from '../fake-aws';

/* The ECS and CloudFormation ends are made up: tasks do not run. What is real is the handler and its SDK. */

const taskArn = 'arn:aws:ecs:eu-west-1:111122223333:task/cluster/0123abcd';
const properties = {
  ServiceToken: 'arn:aws:lambda:eu-west-1:111122223333:function:runner',
  Cluster: 'cluster',
  CapacityProvider: 'FARGATE',
  TaskDefinition: 'shop:2',
  Container: 'app',
  Command: ['migrate'],
  Network: { Subnets: ['subnet-1', 'subnet-2'], SecurityGroup: 'sg-1' },
  LogGroup: 'shop-log',
  LogStreamPrefix: 'task',
};
const common = {
  ServiceToken: properties.ServiceToken,
  ResponseURL: 'http://127.0.0.1/unused',
  StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/shop-service-fargate/1',
  RequestId: 'request-1',
  LogicalResourceId: 'Migration',
  ResourceType: 'Custom::Migration',
};
const create: CloudFormationCustomResourceEvent = {
  ...common,
  RequestType: 'Create',
  ResourceProperties: properties,
};
const update = (before: string): CloudFormationCustomResourceUpdateEvent => ({
  ...common,
  RequestType: 'Update',
  PhysicalResourceId: 'Migration',
  ResourceProperties: properties,
  OldResourceProperties: { ...properties, TaskDefinition: before },
});

const started: Answer = { body: { tasks: [{ taskArn }], failures: [] } };
const task = (state: object): Answer => ({ body: { tasks: [{ taskArn, ...state }] } });
const exited = (exitCode: number) => task({ lastStatus: 'STOPPED', containers: [{ name: 'app', exitCode }] });

/** Runs the handler in a function with 15 minutes. Time passes only when the handler waits. */
function functionOf15Minutes() {
  const limitMs = 15 * 60_000;
  let waited = 0;
  const run = runTask((ms) => Promise.resolve((waited += ms)));
  return {
    run: (event: CloudFormationCustomResourceEvent) => run(event, () => limitMs - waited),
    leftMs: () => limitMs - waited,
  };
}
const run = (event: CloudFormationCustomResourceEvent) => functionOf15Minutes().run(event);

let answers: Record<string, Answer | ((call: Call) => Answer)>;
let aws: Awaited<ReturnType<typeof startFakeAws>>;

beforeAll(async () => {
  aws = await startFakeAws((call) => {
    const answer = answers[call.operation];
    if (!answer) throw new Error(`the test expects no ${call.operation}`);
    return typeof answer === 'function' ? answer(call) : answer;
  });
  pointSdkAt(aws.url);
});
afterAll(() => aws.close());
beforeEach(() => {
  aws.calls.length = 0;
  answers = { DescribeStacks: stackIn('UPDATE_IN_PROGRESS') };
});

const operations = () => aws.calls.map(({ operation }) => operation);
const bodyOf = (operation: string): unknown =>
  JSON.parse(aws.calls.find((call) => call.operation === operation)?.body ?? '{}');

test('a first deployment runs the command in the private subnets and waits for it to end well', async () => {
  const states = [task({ lastStatus: 'PENDING' }), task({ lastStatus: 'RUNNING' }), exited(0)];
  answers = { RunTask: started, DescribeTasks: () => states.shift() ?? exited(0) };
  await expect(run(create)).resolves.toBeUndefined();
  expect(operations()).toEqual(['RunTask', 'DescribeTasks', 'DescribeTasks', 'DescribeTasks']);
  expect(bodyOf('RunTask')).toMatchObject({
    cluster: 'cluster',
    taskDefinition: 'shop:2',
    overrides: { containerOverrides: [{ name: 'app', command: ['migrate'] }] },
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: ['subnet-1', 'subnet-2'],
        securityGroups: ['sg-1'],
        assignPublicIp: 'DISABLED',
      },
    },
  });
});

test('a task that shares the network of its instance states no place of its own, which ECS would refuse', async () => {
  answers.RunTask = started;
  answers.DescribeTasks = exited(0);
  await run({ ...create, ResourceProperties: { ...properties, Network: undefined } });
  expect(bodyOf('RunTask')).not.toHaveProperty('networkConfiguration');
});

test('a request that is delivered twice starts one task: both have the same token', async () => {
  answers = { RunTask: started, DescribeTasks: exited(0) };
  await run(create);
  await run(create);
  const tokens = aws.calls
    .filter(({ operation }) => operation === 'RunTask')
    .map(({ body }) => (JSON.parse(body) as { clientToken: string }).clientToken);
  expect(tokens).toEqual(['request-1', 'request-1']);
});

test('a new task definition is migrated for', async () => {
  answers = { ...answers, RunTask: started, DescribeTasks: exited(0) };
  await run(update('shop:1'));
  expect(operations()).toContain('RunTask');
});

test('nothing runs while the task definition stays the same', async () => {
  await run(update('shop:2'));
  expect(operations()).toEqual([]);
});

test('nothing runs on the way back from a failed update', async () => {
  answers = { DescribeStacks: stackIn('UPDATE_ROLLBACK_IN_PROGRESS') };
  await run(update('shop:3'));
  expect(operations()).toEqual(['DescribeStacks']);
});

test('nothing runs when the stack is deleted', async () => {
  const deletion: CloudFormationCustomResourceEvent = {
    ...common,
    RequestType: 'Delete',
    PhysicalResourceId: 'Migration',
    ResourceProperties: properties,
  };
  await expect(run(deletion)).resolves.toBeUndefined();
  expect(operations()).toEqual([]);
});

test('a migration that fails names its exit code, log group and stream', async () => {
  answers = { RunTask: started, DescribeTasks: exited(3) };
  await expect(run(create)).rejects.toThrow(
    'The task "migrate" failed with exit code 3. See log group shop-log, stream task/app/0123abcd',
  );
});

test('a task that cannot start says why', async () => {
  const stoppedReason = 'CannotPullContainerError: image is not there';
  answers = {
    RunTask: started,
    DescribeTasks: task({ lastStatus: 'STOPPED', stoppedReason, containers: [{ name: 'app' }] }),
  };
  await expect(run(create)).rejects.toThrow(`did not start: ${stoppedReason}`);
});

test('a task that ECS refuses says why', async () => {
  answers = { RunTask: { body: { tasks: [], failures: [{ reason: 'Capacity is unavailable' }] } } };
  await expect(run(create)).rejects.toThrow('was not started: Capacity is unavailable');
});

test('a migration that does not end is stopped, with time left to stop it and to answer', async () => {
  answers = { RunTask: started, DescribeTasks: task({ lastStatus: 'RUNNING' }), StopTask: { body: {} } };
  const { run, leftMs } = functionOf15Minutes();
  await expect(run(create)).rejects.toThrow('was stopped: not done after 14 minutes');
  expect(bodyOf('StopTask')).toMatchObject({ task: taskArn });
  expect(leftMs()).toBeGreaterThan(25_000);
});

test('a task whose state stays unknown is stopped, so that no migration goes on after a failed release', async () => {
  answers = { RunTask: started, DescribeTasks: { status: 400 }, StopTask: { body: {} } };
  await expect(run(create)).rejects.toThrow('was stopped: its state is unknown');
  expect(bodyOf('StopTask')).toMatchObject({ task: taskArn });
});

test('a moment without an answer about the task is no failure', async () => {
  const states: Answer[] = [{ status: 400 }, { status: 400 }, exited(0)];
  answers = { RunTask: started, DescribeTasks: () => states.shift() ?? exited(0) };
  await expect(run(create)).resolves.toBeUndefined();
  expect(operations()).not.toContain('StopTask');
});

test('a task that cannot be stopped is named', async () => {
  answers = { RunTask: started, DescribeTasks: { status: 400 }, StopTask: { status: 400 } };
  await expect(run(create)).rejects.toThrow(/could not be stopped .* See log group shop-log/);
});

test('of the version before, nothing but the task definition is read', async () => {
  answers = { ...answers, RunTask: started, DescribeTasks: exited(0) };
  const { ServiceToken } = properties;
  const old = { ServiceToken, TaskDefinition: 'shop:1' };
  await run({ ...update('shop:1'), OldResourceProperties: old });
  expect(operations()).toContain('RunTask');
  aws.calls.length = 0;
  await run({ ...update('shop:2'), OldResourceProperties: { ServiceToken, TaskDefinition: 'shop:2' } });
  expect(operations()).toEqual([]);
});

test('nothing runs on the way back to a version with other properties', async () => {
  answers = { DescribeStacks: stackIn('UPDATE_ROLLBACK_IN_PROGRESS') };
  const other = { ServiceToken: properties.ServiceToken, TaskDefinition: 'shop:1' };
  await expect(run({ ...update('shop:2'), ResourceProperties: other })).resolves.toBeUndefined();
  expect(operations()).toEqual(['DescribeStacks']);
});

test('when the status of the stack is unknown, nothing runs and the update fails', async () => {
  answers = { DescribeStacks: { status: 400 } };
  await expect(run(update('shop:1'))).rejects.toThrow();
  expect(operations()).toEqual(['DescribeStacks']);
});
