import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { findSecurityGroup } from '../../../constructs/ingress/cloudfront-security-group.lambda';
import { pointSdkAt, startFakeAws } from '../fake-aws';

/* The EC2 end is made up: it knows one security group, from the third question on. */

let aws: Awaited<ReturnType<typeof startFakeAws>>;
let appearsAfter = 2;

beforeAll(async () => {
  aws = await startFakeAws(() => ({
    body:
      aws.calls.length > appearsAfter
        ? '<DescribeSecurityGroupsResponse><securityGroupInfo><item><groupId>sg-cloudfront</groupId></item></securityGroupInfo></DescribeSecurityGroupsResponse>'
        : '<DescribeSecurityGroupsResponse><securityGroupInfo/></DescribeSecurityGroupsResponse>',
  }));
  pointSdkAt(aws.url);
});
afterAll(() => aws.close());
beforeEach(() => {
  aws.calls.length = 0;
});

const event: CloudFormationCustomResourceEvent = {
  RequestType: 'Create',
  ServiceToken: 'token',
  ResponseURL: 'http://127.0.0.1/unused',
  StackId: 'stack',
  RequestId: 'request',
  LogicalResourceId: 'SecurityGroup',
  ResourceType: 'Custom::CloudFrontSecurityGroup',
  ResourceProperties: { ServiceToken: 'token', VpcId: 'vpc-1', VpcOriginId: 'vo-1' },
};

/** Runs the handler in a function with 5 minutes. Time passes only when the handler waits. */
function functionOf5Minutes() {
  const limitMs = 5 * 60_000;
  let waited = 0;
  const find = findSecurityGroup((ms) => Promise.resolve((waited += ms)));
  return {
    find: (request: CloudFormationCustomResourceEvent) => find(request, () => limitMs - waited),
    leftMs: () => limitMs - waited,
  };
}

test('the security group that CloudFront makes is waited for, in this VPC', async () => {
  appearsAfter = 2;
  await expect(functionOf5Minutes().find(event)).resolves.toEqual({ GroupId: 'sg-cloudfront' });
  expect(aws.calls).toHaveLength(3);
  const asked = new URLSearchParams(aws.calls[0]?.body);
  expect([...asked.values()]).toEqual(
    expect.arrayContaining(['vpc-id', 'vpc-1', 'group-name', 'CloudFront-VPCOrigins-Service-SG']),
  );
});

test('one that never comes is an error that names it, with time left to answer', async () => {
  appearsAfter = Infinity;
  const { find, leftMs } = functionOf5Minutes();
  await expect(find(event)).rejects.toThrow('vpc-1 has no security group CloudFront-VPCOrigins-Service-SG');
  expect(leftMs()).toBeGreaterThan(5000);
  expect(leftMs()).toBeLessThan(60_000);
});

test('deleting the stack calls nothing', async () => {
  await functionOf5Minutes().find({
    ...event,
    RequestType: 'Delete',
    PhysicalResourceId: 'sg-cloudfront',
  });
  expect(aws.calls).toEqual([]);
});
