import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { limitRetention } from '../../../constructs/apprunner/log-retention.lambda';
import { pointSdkAt, startFakeAws, type Answer } from '../fake-aws';

/* CloudWatch Logs is made up: one of the two log groups is there already. */

const isThere = '/aws/apprunner/shop/1/service';
const exists: Answer = { status: 400, body: { __type: 'ResourceAlreadyExistsException' } };
let failing: Answer | undefined;
let aws: Awaited<ReturnType<typeof startFakeAws>>;

beforeAll(async () => {
  aws = await startFakeAws(({ operation, body }) => {
    if (failing) return failing;
    return operation === 'CreateLogGroup' && body.includes(isThere) ? exists : { body: {} };
  });
  pointSdkAt(aws.url);
});
afterAll(() => aws.close());
beforeEach(() => {
  failing = undefined;
  aws.calls.length = 0;
});

const event = (RequestType: 'Create' | 'Delete'): CloudFormationCustomResourceEvent => ({
  RequestType,
  ServiceToken: 'token',
  ResponseURL: 'http://127.0.0.1/unused',
  StackId: 'stack',
  RequestId: 'request',
  LogicalResourceId: 'Retention',
  PhysicalResourceId: 'Retention',
  ResourceType: 'Custom::LogRetention',
  ResourceProperties: {
    ServiceToken: 'token',
    LogGroups: ['/aws/apprunner/shop/1/application', isThere],
    // CloudFormation makes text of it.
    RetentionDays: '30',
  },
});

test('each log group gets the retention, whether App Runner has made it or not', async () => {
  await limitRetention(event('Create'));
  const kept = aws.calls
    .filter(({ operation }) => operation === 'PutRetentionPolicy')
    .map(({ body }) => JSON.parse(body) as unknown);
  expect(kept).toEqual([
    { logGroupName: '/aws/apprunner/shop/1/application', retentionInDays: 30 },
    { logGroupName: isThere, retentionInDays: 30 },
  ]);
});

test('another failure is not taken for a log group that is there', async () => {
  failing = { status: 400, body: { __type: 'AccessDeniedException', message: 'no' } };
  await expect(limitRetention(event('Create'))).rejects.toThrow('no');
});

test('nothing is deleted with the service: its log is read after it', async () => {
  await limitRetention(event('Delete'));
  expect(aws.calls).toEqual([]);
});
