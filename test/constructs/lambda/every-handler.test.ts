import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ofType, shopNames, shopOf } from '../../setup/every-deployment';
import { answerTo, logicalId, stackIn } from '../../setup/custom-resources';
import { pointSdkAt, startFakeAws, type Answer, type Call } from '../fake-aws';
import { database, handlerCases, otherHandlers, type HandlerCase } from './handler-cases';

/* What holds for every handler of a custom resource. AWS is made up; handlers and SDK are real. */

const constructs = join(__dirname, '../../../constructs');
const suffix = '.lambda.ts';

let aws: Awaited<ReturnType<typeof startFakeAws>>;
let answer: (call: Call) => Answer | 'never';
let status: string;
/** How often the login was established in the database. */
let established: number;

beforeAll(async () => {
  aws = await startFakeAws((call) => (call.operation === 'DescribeStacks' ? stackIn(status) : answer(call)));
  pointSdkAt(aws.url);
});
afterAll(async () => {
  await aws.close();
  // Requests that hung fail now, and their handlers log it.
  await setTimeout(200);
});
beforeEach(() => {
  jest.spyOn(console, 'error').mockReturnValue();
  jest.spyOn(console, 'info').mockReturnValue();
  jest.spyOn(console, 'warn').mockReturnValue();
  aws.calls.length = 0;
  status = 'UPDATE_IN_PROGRESS';
});

const refuse = (): Answer => ({ status: 400 });

/** Lets AWS and the database work, fail, or never answer. */
function world(handlerCase: HandlerCase, how: 'works' | 'fails' | 'hangs'): void {
  answer = { works: handlerCase.aws, fails: refuse, hangs: () => 'never' as const }[how];
  established = 0;
  database.establish = () => {
    established++;
    return {
      works: () => Promise.resolve(),
      fails: () => Promise.reject(new Error('the database refuses')),
      hangs: () => new Promise<void>(() => undefined),
    }[how]();
  };
}

/** What was called, apart from the status of the stack and what only reads. */
const changes = ({ reads }: HandlerCase) => [
  ...aws.calls
    .map(({ method, operation }) => operation || method)
    .filter((operation) => !['DescribeStacks', ...reads].includes(operation)),
  ...Array.from({ length: established }, () => 'login'),
];

test('every handler is tried below', () => {
  const files = readdirSync(constructs, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length));
  expect(files.length).toBeGreaterThan(0);
  expect([...Object.keys(handlerCases), ...otherHandlers].toSorted()).toEqual(files.toSorted());
});

describe.each(Object.entries(handlerCases))('%s', (_, handlerCase) => {
  const { properties, earlier, attributes, survivesRefusal = false } = handlerCase;

  test('a creation succeeds, with the attributes of the resource', async () => {
    world(handlerCase, 'works');
    const made = await answerTo(await handlerCase.load(), { type: 'Create', properties });
    expect(made).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: logicalId });
    expect(made.Data).toEqual(attributes);
  });

  test('an update keeps the physical id: another one would make CloudFormation delete the resource', async () => {
    world(handlerCase, 'works');
    await expect(answerTo(await handlerCase.load(), { type: 'Update', properties })).resolves.toMatchObject({
      Status: 'SUCCESS',
      PhysicalResourceId: 'made-before',
    });
  });

  test('a deletion keeps the physical id, also when it is repeated', async () => {
    world(handlerCase, 'works');
    status = 'DELETE_IN_PROGRESS';
    const handler = await handlerCase.load();
    for (const physicalId of ['made-before', 'made-before'])
      await expect(answerTo(handler, { type: 'Delete', properties, physicalId })).resolves.toMatchObject({
        Status: 'SUCCESS',
        PhysicalResourceId: physicalId,
      });
  });

  test('after a creation that failed, the deletion succeeds', async () => {
    world(handlerCase, 'fails');
    status = 'ROLLBACK_IN_PROGRESS';
    const handler = await handlerCase.load();
    const failed = await answerTo(handler, { type: 'Create', properties });
    expect(failed.Status).toBe(survivesRefusal ? 'SUCCESS' : 'FAILED');
    expect(failed.Reason).not.toBe('');
    world(handlerCase, 'works');
    await expect(
      answerTo(handler, { type: 'Delete', properties, physicalId: failed.PhysicalResourceId }),
    ).resolves.toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: failed.PhysicalResourceId });
  });

  describe.each([{}, ...earlier])('with properties of another version: %j', (other) => {
    test('an update from it succeeds', async () => {
      world(handlerCase, 'works');
      await expect(
        answerTo(await handlerCase.load(), { type: 'Update', properties, oldProperties: other }),
      ).resolves.toMatchObject({ Status: 'SUCCESS' });
    });

    test('a rollback to it succeeds', async () => {
      world(handlerCase, 'works');
      status = 'UPDATE_ROLLBACK_IN_PROGRESS';
      await expect(
        answerTo(await handlerCase.load(), { type: 'Update', properties: other, oldProperties: properties }),
      ).resolves.toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'made-before' });
    });

    test('a deletion succeeds and changes nothing', async () => {
      world(handlerCase, 'works');
      status = 'DELETE_IN_PROGRESS';
      await expect(
        answerTo(await handlerCase.load(), { type: 'Delete', properties: other }),
      ).resolves.toMatchObject({ Status: 'SUCCESS' });
      expect(changes(handlerCase)).toEqual([]);
    });
  });

  test('in a rollback an error is no failure: the stack returns to its former state', async () => {
    world(handlerCase, 'fails');
    status = 'UPDATE_ROLLBACK_IN_PROGRESS';
    await expect(answerTo(await handlerCase.load(), { type: 'Update', properties })).resolves.toMatchObject({
      Status: 'SUCCESS',
      PhysicalResourceId: 'made-before',
    });
  });

  test('CloudFormation is answered before the time limit, also when AWS does not answer', async () => {
    world(handlerCase, 'hangs');
    const began = Date.now();
    const limitMs = 5300;
    const late = await answerTo(await handlerCase.load(), { type: 'Create', properties }, limitMs);
    expect(Date.now() - began).toBeLessThan(limitMs);
    expect(late).toMatchObject(
      survivesRefusal
        ? { Status: 'SUCCESS' }
        : { Status: 'FAILED', Reason: expect.stringContaining('the-log-of-the-function') },
    );
  });
});

test.each(shopNames)(
  'in %s CloudFormation waits longer than the function of a custom resource runs',
  (name) => {
    const shop = shopOf(name);
    const functions = new Map(
      ofType(shop, 'AWS::Lambda::Function').map(({ stack, id, Properties }) => [
        `${stack}/${id}`,
        Number(Properties.Timeout),
      ]),
    );
    const resources = shop.resources.filter(({ Type }) => Type.startsWith('Custom::'));
    expect(resources.length).toBeGreaterThan(3);
    for (const { stack, Properties } of resources) {
      const [id] = (Properties.ServiceToken as { 'Fn::GetAtt': [string] })['Fn::GetAtt'];
      // Without a time CloudFormation waits for an hour.
      expect(Number(Properties.ServiceTimeout ?? 3600)).toBeGreaterThan(
        functions.get(`${stack}/${id}`) ?? Infinity,
      );
    }
  },
);
