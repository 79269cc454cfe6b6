import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { uploadAssets } from '../../../constructs/release/static-assets.lambda';
import { pointSdkAt, startFakeAws } from '../fake-aws';

/* The S3 end is made up: it takes everything. */

let aws: Awaited<ReturnType<typeof startFakeAws>>;
let directory: string;

beforeAll(async () => {
  aws = await startFakeAws(() => ({}));
  pointSdkAt(aws.url);
});
afterAll(() => aws.close());

beforeEach(async () => {
  aws.calls.length = 0;
  directory = await mkdtemp(join(tmpdir(), 'assets-'));
  await mkdir(join(directory, 'pictures'));
  await writeFile(join(directory, 'main-ABC123.js'), 'run()');
  await writeFile(join(directory, 'pictures', 'cup-DEF456.svg'), '<svg/>');
});
afterEach(() => rm(directory, { recursive: true }));

const event = (): CloudFormationCustomResourceEvent => ({
  RequestType: 'Create',
  ServiceToken: 'token',
  ResponseURL: 'http://127.0.0.1/unused',
  StackId: 'stack',
  RequestId: 'request',
  LogicalResourceId: 'Upload',
  ResourceType: 'Custom::StaticAssets',
  ResourceProperties: { ServiceToken: 'token', Bucket: 'files', Prefix: 'assets', Directory: directory },
});

test('every file lies under its path, with its type, to be kept for a year', async () => {
  await uploadAssets(event());
  const uploads = new Map(aws.calls.map((call) => [call.path.split('?')[0], call]));
  expect([...uploads.keys()].sort()).toEqual([
    '/files/assets/main-ABC123.js',
    '/files/assets/pictures/cup-DEF456.svg',
  ]);
  expect(uploads.get('/files/assets/main-ABC123.js')).toMatchObject({
    method: 'PUT',
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public,max-age=31536000,immutable',
    },
  });
  expect(uploads.get('/files/assets/pictures/cup-DEF456.svg')?.headers['content-type']).toBe('image/svg+xml');
});

test('a file that a browser would not know stops the rollout', async () => {
  await writeFile(join(directory, 'notes.docx'), 'x');
  await expect(uploadAssets(event())).rejects.toThrow(
    'assets/notes.docx has an ending without a content type',
  );
});

test('nothing is deleted with the stack: open pages still ask for the files', async () => {
  await uploadAssets({ ...event(), RequestType: 'Delete', PhysicalResourceId: 'Upload' });
  expect(aws.calls).toEqual([]);
});
