import { runInNewContext } from 'node:vm';
import { aws_cloudfront as cloudfront } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { testEdge } from './test-edge';

const anAsset = '/assets/app-3f2a.js';

interface Answer {
  readonly statusCode: number;
  readonly headers: Record<string, { value: string }>;
}

/** Runs the function that CloudFront runs on its way out, on one answer. */
function throughTheEdge(answer: Answer): Answer {
  const [found] = Object.values(testEdge().template.findResources('AWS::CloudFront::Function'));
  return runInNewContext(`${String(found?.Properties.FunctionCode)}; handler(event)`, {
    event: { response: structuredClone(answer) },
  }) as Answer;
}

test('an asset is cached for a year by browsers', () => {
  expect(throughTheEdge({ statusCode: 200, headers: {} }).headers['cache-control']?.value).toBe(
    `public, max-age=${365 * 24 * 3600}, immutable`,
  );
});

test('what the application says of an asset it serves itself is believed', () => {
  const answer = { statusCode: 200, headers: { 'cache-control': { value: 'no-cache' } } };
  expect(throughTheEdge(answer)).toEqual(answer);
});

test('the year is stated on answers only, and for assets only', () => {
  const edge = testEdge();
  expect(edge.behaviorFor(anAsset).FunctionAssociations?.map(({ EventType }) => EventType)).toEqual([
    'viewer-response',
  ]);
  for (const path of ['/', '/api/products', '/api/chat']) {
    expect(edge.behaviorFor(path).FunctionAssociations).toBeUndefined();
  }
});

test('CloudFront keeps assets, compressed, without regard to cookies', () => {
  expect(testEdge().behaviorFor(anAsset)).toMatchObject({
    CachePolicyId: cloudfront.CachePolicy.CACHING_OPTIMIZED.cachePolicyId,
    Compress: true,
  });
});

test('an asset comes from the bucket, and from the application when the bucket lacks it', () => {
  const [first, second] = testEdge().originsFor(anAsset);
  expect(first?.S3OriginConfig).toBeDefined();
  expect(second?.VpcOriginConfig).toBeDefined();
});

test('the bucket is read with signed requests', () => {
  const edge = testEdge();
  expect(edge.originsFor(anAsset)[0]?.OriginAccessControlId).toBeDefined();
  edge.template.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
    OriginAccessControlConfig: { OriginAccessControlOriginType: 's3', SigningBehavior: 'always' },
  });
});

test('the customer’s Host and cookies are not sent to the bucket, which would refuse them', () => {
  expect(testEdge().behaviorFor(anAsset).OriginRequestPolicyId).toBeUndefined();
});

test('the bucket and its stack do not learn of the edge', () => {
  const { data, stack } = testEdge();
  expect(Template.fromStack(data).findResources('AWS::S3::BucketPolicy')).toEqual({});
  expect(data.dependencies).not.toContain(stack);
});

test('another image serves its own static files', () => {
  const edge = testEdge({ image: { repository: 'flask-shop', digest: `sha256:${'0'.repeat(64)}` } });
  expect(edge.behaviorFor('/assets/site.css')).toBe(edge.behaviorFor('/'));
  edge.template.resourceCountIs('AWS::CloudFront::OriginAccessControl', 0);
  edge.template.resourceCountIs('AWS::CloudFront::Function', 0);
});
