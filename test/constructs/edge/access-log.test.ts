import { Match } from 'aws-cdk-lib/assertions';
import { testEdge } from './test-edge';

const edge = testEdge({ logs: { retentionDays: 30 } });
const [delivery] = Object.values(edge.template.findResources('AWS::Logs::Delivery'));
const fields: readonly string[] = delivery?.Properties.RecordFields;

test('every request to the distribution is logged', () => {
  edge.template.hasResourceProperties('AWS::Logs::DeliverySource', { LogType: 'ACCESS_LOGS' });
  const [distributionId = ''] = Object.keys(edge.template.findResources('AWS::CloudFront::Distribution'));
  const [source] = Object.values(edge.template.findResources('AWS::Logs::DeliverySource'));
  expect(JSON.stringify(source?.Properties.ResourceArn)).toContain(distributionId);
});

test('the log is kept as long as the other logs', () => {
  edge.template.hasResourceProperties('AWS::Logs::LogGroup', {
    LogGroupName: Match.stringLikeRegexp('^/aws/vendedlogs/cloudfront/shop-'),
    RetentionInDays: 30,
  });
});

test('the log stands where CloudFront delivers to', () => {
  expect(edge.stack.region).toBe('us-east-1');
});

test('a slow or failed answer can be found by path, time, status and request', () => {
  expect(fields).toEqual(
    expect.arrayContaining([
      'timestamp(ms)',
      'cs-uri-stem',
      'sc-status',
      'time-taken',
      'x-edge-result-type',
      'x-edge-request-id',
    ]),
  );
});

test('no session, search term or reset link is in the log', () => {
  for (const field of ['cs(Cookie)', 'cs-uri-query', 'cs(Referer)']) expect(fields).not.toContain(field);
});
