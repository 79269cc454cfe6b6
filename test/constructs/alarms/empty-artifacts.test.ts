import { emptyOnDeletion } from '../../../constructs/alarms/empty-artifacts.lambda';
import { eventOf } from '../../setup/custom-resources';
import { pointSdkAt, startFakeAws, type Answer } from '../fake-aws';

/* S3 is made up: a bucket that lists two objects at a time. */

let aws: Awaited<ReturnType<typeof startFakeAws>>;
let keys: string[];
let refused: string | undefined;
let isThere: boolean;

beforeAll(async () => {
  aws = await startFakeAws(({ method, body }): Answer => {
    if (!isThere)
      return { status: 404, body: '<Error><Code>NoSuchBucket</Code><Message>no bucket</Message></Error>' };
    if (method === 'GET') {
      const contents = keys.slice(0, 2).map((key) => `<Contents><Key>${key}</Key></Contents>`);
      return { body: `<ListBucketResult>${contents.join('')}</ListBucketResult>` };
    }
    if (refused !== undefined)
      return {
        body: `<DeleteResult><Error><Key>${refused}</Key><Message>Access Denied</Message></Error></DeleteResult>`,
      };
    keys = keys.filter((key) => !body.includes(`<Key>${key}</Key>`));
    return { body: '<DeleteResult></DeleteResult>' };
  });
  pointSdkAt(aws.url);
});
afterAll(() => aws.close());
beforeEach(() => {
  aws.calls.length = 0;
  keys = ['a', 'b', 'c', 'd', 'e'];
  refused = undefined;
  isThere = true;
});

const run = (type: 'Create' | 'Update' | 'Delete') =>
  emptyOnDeletion(eventOf({ type, properties: { Bucket: 'artifacts' } }), () => 60_000);

test('with the stack every object goes, also those of further pages', async () => {
  await run('Delete');
  expect(keys).toEqual([]);
  expect(aws.calls.every(({ path }) => path.startsWith('/artifacts'))).toBe(true);
});

test.each(['Create', 'Update'] as const)('no object goes with: %s', async (type) => {
  await run(type);
  expect(aws.calls).toEqual([]);
});

test('a bucket that is gone is no error', async () => {
  isThere = false;
  await expect(run('Delete')).resolves.toBeUndefined();
});

test('an object that stays is an error with its name, and the bucket is not asked for ever', async () => {
  refused = 'a';
  await expect(run('Delete')).rejects.toThrow('a cannot be deleted: Access Denied');
});
