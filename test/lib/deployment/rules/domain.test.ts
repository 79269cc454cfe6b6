import { testRules } from '../rule-cases';

const certificate = (region: string) => `arn:aws:acm:${region}:123456789012:certificate/1b2c`;
const name = 'shop.example.com';
const hostedZoneId = 'Z0123456789';
const withoutCdn = {
  cdn: { enabled: false, optOutReason: 'reached through a partner only' },
  loadBalancer: 'public',
} as const;

testRules('domain', [
  {
    rule: 'a domain has a zone or a certificate',
    passes: { domain: { name, hostedZoneId } },
    fails: { domain: { name } },
    at: 'domain',
    because: /neither hostedZoneId nor certificateArn/,
    instead: /hostedZoneId: .* or certificateArn/,
  },
  {
    rule: 'a domain does not have both',
    passes: { domain: { name, certificateArn: certificate('us-east-1') } },
    fails: { domain: { name, hostedZoneId, certificateArn: certificate('us-east-1') } },
    at: 'domain.certificateArn',
    because: /exclude each other.*DNS stays yours/,
    instead: /one of the two/,
  },
  {
    rule: 'the certificate for CloudFront is in us-east-1',
    passes: { domain: { name, certificateArn: certificate('us-east-1') } },
    fails: { domain: { name, certificateArn: certificate('eu-west-1') } },
    at: 'domain.certificateArn',
    because: /only region CloudFront takes/,
    instead: /loadBalancerCertificateArn/,
  },
  {
    rule: 'the certificate for the load balancer is in its region',
    passes: { domain: { name, hostedZoneId, loadBalancerCertificateArn: certificate('eu-west-1') } },
    fails: { domain: { name, hostedZoneId, loadBalancerCertificateArn: certificate('us-east-1') } },
    at: 'domain.loadBalancerCertificateArn',
    because: /region, eu-west-1/,
    instead: /eu-west-1/,
  },
  {
    rule: 'without a CDN the load balancer serves the certificate',
    passes: { edge: withoutCdn, domain: { name, certificateArn: certificate('eu-west-1') } },
    fails: { edge: withoutCdn, domain: { name, certificateArn: certificate('us-east-1') } },
    at: 'domain.certificateArn',
    because: /eu-west-1 when edge\.cdn is off/,
    instead: /eu-west-1/,
  },
  {
    rule: 'each name is stated once',
    passes: { domain: { name, hostedZoneId, aliases: ['www.shop.example.com'] } },
    fails: { domain: { name, hostedZoneId, aliases: ['www.shop.example.com', name] } },
    at: 'domain.aliases[1]',
    because: /already/,
    instead: /once/,
  },
]);
