import { aws_cloudfront as cloudfront } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { noFirewall, ownDomain, testEdge } from './test-edge';
import { appRunnerTarget } from './test-targets';

const neverCached = cloudfront.CachePolicy.CACHING_DISABLED.cachePolicyId;
const everyPath = ['/', '/products/lamp', '/api/orders', '/api/chat', '/assets/app-3f2a.js'];
const everyMethod = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'];

describe('an API answer', () => {
  const edge = testEdge();

  test.each(['/api/products', '/api/orders/17', '/api/health', '/api/'])('%s is never cached', (path) => {
    expect(edge.behaviorFor(path).CachePolicyId).toBe(neverCached);
  });

  test('may be asked for with every method', () => {
    expect(edge.behaviorFor('/api/orders').AllowedMethods?.toSorted()).toEqual(everyMethod.toSorted());
  });

  test('comes from a target that has seen every header of the customer, Host included', () => {
    expect(edge.behaviorFor('/api/orders').OriginRequestPolicyId).toBe(
      cloudfront.OriginRequestPolicy.ALL_VIEWER.originRequestPolicyId,
    );
  });

  test('that is an error reaches the browser as the application wrote it', () => {
    expect(edge.distribution.CustomErrorResponses).toBeUndefined();
  });
});

describe('chat', () => {
  test('streams: nothing caches it and nothing collects it to compress it', () => {
    expect(testEdge().behaviorFor('/api/chat')).toMatchObject({
      CachePolicyId: neverCached,
      Compress: false,
    });
  });

  test('streams under the path another image has for it', () => {
    const edge = testEdge({ container: { chatPath: '/ask' } });
    expect(edge.behaviorFor('/ask/now')).toMatchObject({ CachePolicyId: neverCached, Compress: false });
  });
});

describe('a page', () => {
  test('is kept only where the application says so, and a day at most', () => {
    testEdge().template.hasResourceProperties('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: { MinTTL: 0, DefaultTTL: 0, MaxTTL: 86_400 },
    });
  });

  test('of one customer is never the answer to another', () => {
    testEdge().template.hasResourceProperties('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: {
        ParametersInCacheKeyAndForwardedToOrigin: {
          CookiesConfig: { CookieBehavior: 'all' },
          QueryStringsConfig: { QueryStringBehavior: 'all' },
          HeadersConfig: { Headers: Match.arrayWith(['Authorization']) },
        },
      },
    });
  });

  test('is compressed', () => {
    const edge = testEdge();
    expect(edge.behaviorFor('/products/lamp').Compress).toBe(true);
    edge.template.hasResourceProperties('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: {
        ParametersInCacheKeyAndForwardedToOrigin: {
          EnableAcceptEncodingBrotli: true,
          EnableAcceptEncodingGzip: true,
        },
      },
    });
  });
});

describe('a target that answers to its own name only', () => {
  const edge = testEdge({}, appRunnerTarget);

  test.each(everyPath.filter((path) => !path.startsWith('/assets/')))(
    'is not asked for %s by another',
    (path) => {
      expect(edge.behaviorFor(path).OriginRequestPolicyId).toBe(
        cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER.originRequestPolicyId,
      );
    },
  );

  test('gets no Host from the cache key either', () => {
    const policies = JSON.stringify(edge.template.findResources('AWS::CloudFront::CachePolicy'));
    expect(policies).not.toContain('"Host"');
  });
});

describe('a browser', () => {
  test.each(everyPath)('gets %s over HTTPS only', (path) => {
    expect(testEdge().behaviorFor(path).ViewerProtocolPolicy).toBe('redirect-to-https');
  });

  test('may speak HTTP/2, HTTP/3 and IPv6', () => {
    expect(testEdge().distribution).toMatchObject({ HttpVersion: 'http2and3', IPV6Enabled: true });
  });

  test('speaks TLS 1.2 or newer to the own domain', () => {
    expect(testEdge({ domain: ownDomain }).distribution.ViewerCertificate?.MinimumProtocolVersion).toMatch(
      /^TLSv1\.[23]_/,
    );
  });

  test('finds the shop under the main name and its aliases', () => {
    expect(testEdge({ domain: ownDomain }).distribution.Aliases).toEqual([
      'shop.example.com',
      'www.shop.example.com',
    ]);
  });
});

describe('the deployment file', () => {
  const geo = (restriction: { allow: string[] } | { deny: string[] }) =>
    testEdge({ edge: { geo: restriction } }).distribution.Restrictions;

  test('says which countries may enter', () => {
    expect(geo({ allow: ['DE', 'FR'] })).toEqual({
      GeoRestriction: { RestrictionType: 'whitelist', Locations: ['DE', 'FR'] },
    });
  });

  test('says which countries may not', () => {
    expect(geo({ deny: ['US'] })).toEqual({
      GeoRestriction: { RestrictionType: 'blacklist', Locations: ['US'] },
    });
  });

  test('says how far the edge reaches', () => {
    const priceClass = (reach: 'europe-america' | 'most' | 'all') =>
      testEdge({ edge: { priceClass: reach } }).distribution.PriceClass;
    expect([priceClass('europe-america'), priceClass('most'), priceClass('all')]).toEqual([
      'PriceClass_100',
      'PriceClass_200',
      'PriceClass_All',
    ]);
  });

  test('may leave the firewall out', () => {
    expect(testEdge({ edge: { waf: noFirewall } }).distribution.WebACLId).toBeUndefined();
    expect(testEdge().distribution.WebACLId).toBeDefined();
  });
});
