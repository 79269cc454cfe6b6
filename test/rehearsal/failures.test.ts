import type { StackEvent } from '@aws-sdk/client-cloudformation';
import { failuresIn, logGroupsIn, skippedIn } from './failures';

const event = (ResourceStatus: StackEvent['ResourceStatus'], ResourceStatusReason?: string): StackEvent => ({
  StackId: 'arn',
  EventId: 'id',
  StackName: 'shop-data',
  Timestamp: new Date(0),
  LogicalResourceId: 'Key',
  ResourceType: 'AWS::KMS::Key',
  ResourceStatus,
  ResourceStatusReason,
});

test('a failure names the resource, its type, its status and the reason in one line', () => {
  expect(failuresIn([event('CREATE_FAILED', 'Not\n  allowed')])).toEqual([
    'Key (AWS::KMS::Key) CREATE_FAILED: Not allowed',
  ]);
});

test('a long reason is cut', () => {
  const [failure = ''] = failuresIn([event('CREATE_FAILED', 'x'.repeat(5000))]);
  expect(failure.length).toBeLessThan(400);
  expect(failure).toMatch(/x …$/);
});

test('what CloudFormation cancels because of another failure is no failure', () => {
  expect(
    failuresIn([
      event('CREATE_FAILED', 'Resource creation cancelled'),
      event('UPDATE_ROLLBACK_IN_PROGRESS', 'The following resource(s) failed to update: [Key]. '),
      event('CREATE_COMPLETE'),
    ]),
  ).toEqual([]);
});

test('a resource that a rollback skips is left in the account', () => {
  expect(skippedIn([event('DELETE_SKIPPED'), event('DELETE_COMPLETE')])).toEqual(['Key (AWS::KMS::Key)']);
});

test('the log group is read from the message of a failed migration', () => {
  expect(
    logGroupsIn([
      'The task "migrate" failed with exit code 1. See log group /aws/shop/Log-1, stream task/app/9f',
    ]),
  ).toEqual(['/aws/shop/Log-1']);
  expect(logGroupsIn(['no log'])).toEqual([]);
});
