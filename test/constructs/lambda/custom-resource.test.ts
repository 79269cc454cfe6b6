import { createServer } from 'node:http';
import { customResource, type Work } from '../../../constructs/lambda/custom-resource';
import { answerTo, eventOf, logicalId, stackId } from '../../setup/custom-resources';

beforeEach(() => void jest.spyOn(console, 'error').mockReturnValue());
afterEach(() => jest.restoreAllMocks());

const create = { type: 'Create' } as const;
const failing =
  (problem: Error): Work =>
  () =>
    Promise.reject(problem);

/** A function of a minute. Time passes only when the handler waits. */
function functionOfAMinute() {
  let waited = 0;
  return {
    pause: (ms: number) => Promise.resolve((waited += ms)),
    waited: () => waited,
    context: { getRemainingTimeInMillis: () => 60_000 - waited, logGroupName: 'log' },
  };
}

test('CloudFormation gets a success with its attributes, for this request', async () => {
  const answer = await answerTo(
    customResource(() => Promise.resolve({ GroupId: 'sg-1' })),
    create,
  );
  expect(answer).toEqual({
    Status: 'SUCCESS',
    PhysicalResourceId: logicalId,
    Data: { GroupId: 'sg-1' },
    StackId: stackId,
    RequestId: 'request-1',
    LogicalResourceId: logicalId,
  });
});

test('CloudFormation gets a failure in the words of the error, cut to what it takes', async () => {
  const answer = await answerTo(
    customResource(failing(new Error(`no database. ${'x'.repeat(5000)}`))),
    create,
  );
  expect(answer.Status).toBe('FAILED');
  expect(answer.Reason).toMatch(/^no database\./);
  expect(JSON.stringify(answer).length).toBeLessThan(4096);
});

test('the answer has no content type, as the address is signed without one', async () => {
  let contentType: string | undefined = 'not asked';
  const server = createServer((request, response) => {
    contentType = request.headers['content-type'];
    request.resume().on('end', () => response.end());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  await customResource(() => Promise.resolve(undefined))(
    eventOf(create, `http://127.0.0.1:${address.port}/`),
    functionOfAMinute().context,
  );
  await new Promise((closed) => server.close(closed));
  expect(contentType).toBeUndefined();
});

describe('a right that IAM applies with a delay', () => {
  const denial = (name: string) => Object.assign(new Error('not authorized'), { name });

  test.each(['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation'])(
    'is waited for: %s',
    async (name) => {
      const { pause, waited } = functionOfAMinute();
      let denials = 2;
      const work: Work = () => (denials-- > 0 ? Promise.reject(denial(name)) : Promise.resolve(undefined));
      await expect(answerTo(customResource(work, pause), create)).resolves.toMatchObject({
        Status: 'SUCCESS',
      });
      expect(waited()).toBe(6000);
    },
  );

  test('is also recognized as the cause of an error', async () => {
    let denials = 1;
    const work: Work = () =>
      denials-- > 0
        ? Promise.reject(new Error('no role', { cause: denial('AccessDenied') }))
        : Promise.resolve(undefined);
    const { pause } = functionOfAMinute();
    await expect(answerTo(customResource(work, pause), create)).resolves.toMatchObject({ Status: 'SUCCESS' });
  });

  test('is not waited for longer than the function runs', async () => {
    const { pause, waited, context } = functionOfAMinute();
    const handler = customResource(failing(denial('AccessDenied')), pause);
    await expect(answerTo((event) => handler(event, context), create)).resolves.toMatchObject({
      Status: 'FAILED',
      Reason: 'not authorized',
    });
    expect(waited()).toBeGreaterThan(40_000);
    expect(waited()).toBeLessThan(60_000);
  });

  test('another error is no reason to wait', async () => {
    const { pause, waited } = functionOfAMinute();
    await answerTo(customResource(failing(new Error('no such cluster')), pause), create);
    expect(waited()).toBe(0);
  });
});

test('an error of an update outside a rollback is a failure', async () => {
  // No CloudFormation answers here, so the status of the stack is unknown.
  process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:9';
  await expect(
    answerTo(customResource(failing(new Error('no bucket'))), { type: 'Update' }),
  ).resolves.toMatchObject({ Status: 'FAILED', Reason: 'no bucket' });
});
