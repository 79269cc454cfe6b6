import { problemsOf, reported, smallest, testRules } from '../rule-cases';

const hostedZoneId = 'Z0123456789';
const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/1b2c';
const long = `${'a'.repeat(40)}.${'b'.repeat(12)}.example.com`;
const withoutCdn = {
  cdn: { enabled: false, optOutReason: 'reached through a partner only' },
  loadBalancer: 'public',
} as const;

testRules('names of the shop', [
  {
    rule: 'names in one hosted zone are below one registered domain',
    passes: {
      domain: { name: 'shop.example.com', aliases: ['example.com', 'a.b.example.com'], hostedZoneId },
    },
    fails: { domain: { name: 'shop.example.com', aliases: ['shop.example.org'], hostedZoneId } },
    at: 'domain.aliases[0]',
    because:
      'must be in the hosted zone of shop.example.com: example.org and example.com are two domains, so hostedZoneId can hold the names of one only',
    instead:
      'a name below example.com, or certificateArn instead of hostedZoneId, with DNS records that you make',
  },
  {
    rule: 'two domains below one public suffix are two domains',
    passes: { domain: { name: 'shop.co.uk', aliases: ['www.shop.co.uk'], hostedZoneId } },
    fails: { domain: { name: 'shop.co.uk', aliases: ['www.shop.co.uk', 'store.co.uk'], hostedZoneId } },
    at: 'domain.aliases[1]',
    because:
      'must be in the hosted zone of shop.co.uk: store.co.uk and shop.co.uk are two domains, so hostedZoneId can hold the names of one only',
    instead:
      'a name below shop.co.uk, or certificateArn instead of hostedZoneId, with DNS records that you make',
  },
  {
    rule: 'records that the operator makes may be anywhere',
    passes: { domain: { name: 'shop.example.com', aliases: ['shop.example.org'], certificateArn } },
    fails: { domain: { name: 'shop.example.com', aliases: ['shop.example.net'], hostedZoneId } },
    at: 'domain.aliases[0]',
    because:
      'must be in the hosted zone of shop.example.com: example.net and example.com are two domains, so hostedZoneId can hold the names of one only',
    instead:
      'a name below example.com, or certificateArn instead of hostedZoneId, with DNS records that you make',
  },
  {
    rule: 'the first name of a certificate that is made here has 64 characters at most',
    passes: { domain: { name: long.slice(1), hostedZoneId } },
    fails: { domain: { name: long, hostedZoneId } },
    at: 'domain.name',
    because:
      'must have at most 64 characters, not 65, when hostedZoneId is stated: ACM takes no longer first name in a certificate',
    instead: 'a shorter name, with the long one in aliases, or certificateArn instead of hostedZoneId',
  },
  {
    rule: 'an alias may be longer, and a certificate that is there already may have any name',
    passes: { domain: { name: long, certificateArn } },
    fails: { domain: { name: long, aliases: [long.replace('a', 'c'), 'shop.example.com'], hostedZoneId } },
    at: 'domain.name',
    because:
      'must have at most 64 characters, not 65, when hostedZoneId is stated: ACM takes no longer first name in a certificate',
    instead:
      "name: 'shop.example.com', with the long one in aliases, or certificateArn instead of hostedZoneId",
  },
  {
    rule: 'there are 100 names at most',
    passes: { domain: { name: 'shop.example.com', aliases: aliases(99), certificateArn } },
    fails: { domain: { name: 'shop.example.com', aliases: aliases(100), certificateArn } },
    at: 'domain.aliases',
    because:
      'must be at most 99 names: CloudFront and a certificate take 100 names together with domain.name, not 101',
    instead: '99 aliases or fewer',
  },
  {
    rule: 'a name is below a public suffix',
    passes: { domain: { name: 'shop.co.uk', hostedZoneId } },
    fails: { domain: { name: 'co.uk', hostedZoneId } },
    at: 'domain.name',
    because:
      'must be a name below co.uk, which is a public suffix: only its registry can have a certificate for it',
    instead: "'shop.co.uk', or another name that you have registered",
  },
  {
    rule: 'a public certificate needs a public name',
    passes: { domain: { name: 'shop.example.com', hostedZoneId } },
    fails: { domain: { name: 'shop.corp.internal', hostedZoneId } },
    at: 'domain.name',
    because:
      'must be a name on the internet; .internal is for private use, so no public authority certifies names in it',
    instead: "a name below a domain that you have registered, such as 'shop.example.com'",
  },
  {
    rule: 'a load balancer without a CDN may have a private certificate and name',
    passes: {
      edge: withoutCdn,
      domain: {
        name: 'shop.corp.internal',
        certificateArn: certificateArn.replace('us-east-1', 'eu-west-1'),
      },
    },
    fails: { edge: withoutCdn, domain: { name: 'shop.corp.internal', hostedZoneId } },
    at: 'domain.name',
    because:
      'must be a name on the internet; .internal is for private use, so no public authority certifies names in it',
    instead: "a name below a domain that you have registered, such as 'shop.example.com'",
  },
]);

function aliases(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `shop-${index}.example.com`);
}

test('the owner of a name that others may use parts of can have a zone for it', () => {
  const domain = { name: 'a.github.io', aliases: ['b.github.io'], hostedZoneId };
  expect(problemsOf({ ...smallest, domain })).toEqual([]);
});

test.each(['shop.local', 'shop.test', 'shop.example', 'shop.localhost', 'home.arpa', 'shop.invalid'])(
  '%s is for private use, also as an alias',
  (name) => {
    const domain = { name: 'shop.example.com', aliases: [name], certificateArn };
    expect(problemsOf({ ...smallest, domain }).map(({ path }) => path)).toEqual(['domain.aliases[0]']);
  },
);

test.each([
  ['https://Shop.Example.com/cart', "'shop.example.com'"],
  ['shop.example.com.', "'shop.example.com'"],
  ['münchen.de', "'xn--mnchen-3ya.de'"],
  ['https://магазин.рф/', "'xn--80aairftm.xn--p1ai'"],
])('%s is written as DNS has it', (name, instead) => {
  expect(reported({ domain: { name, hostedZoneId } })).toEqual([
    ['domain.name', 'must be a lower-case DNS name', instead],
  ]);
});

test('a name in another script is taken in the form that DNS has', () => {
  expect(reported({ domain: { name: 'xn--80aairftm.xn--p1ai', hostedZoneId } })).toEqual([]);
});

test('a wildcard is no name', () => {
  expect(
    reported({ domain: { name: 'shop.example.com', aliases: ['*.example.com'], hostedZoneId } }),
  ).toEqual([
    [
      'domain.aliases[0]',
      'must be one DNS name; a wildcard stands for many, and each has a record of its own here',
      "each name, such as 'shop.example.com'",
    ],
  ]);
});
