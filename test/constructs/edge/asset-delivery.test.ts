import { aws_cloudfront as cloudfront } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { testEdge } from './test-edge';

const anAsset = '/assets/app-3f2a.js';

test('an asset is cached for the year its file says, and compressed', () => {
  expect(testEdge().behaviorFor(anAsset)).toMatchObject({
    // CachingOptimized: what the file says, a year at most, without regard to cookies and queries.
    CachePolicyId: cloudfront.CachePolicy.CACHING_OPTIMIZED.cachePolicyId,
    Compress: true,
  });
});

test('a missing asset is not cached for a year: no header says so of errors', () => {
  const policies = testEdge().template.findResources('AWS::CloudFront::ResponseHeadersPolicy');
  expect(JSON.stringify(policies)).not.toMatch(/cache-control/i);
});

test('assets come from the bucket, everything else from the target', () => {
  const edge = testEdge();
  expect(edge.originFor(anAsset)?.S3OriginConfig).toBeDefined();
  for (const path of ['/', '/api/products', '/api/chat']) {
    expect(edge.originFor(path)?.VpcOriginConfig).toBeDefined();
  }
});

test('the bucket is read with signed requests', () => {
  const edge = testEdge();
  expect(edge.originFor(anAsset)?.OriginAccessControlId).toBeDefined();
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
  expect(edge.behaviorFor('/assets/site.css')).toEqual(edge.behaviorFor('/'));
  edge.template.resourceCountIs('AWS::CloudFront::OriginAccessControl', 0);
});
