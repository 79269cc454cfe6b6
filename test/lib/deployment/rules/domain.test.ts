import { problemsOf, smallest, testRules } from '../rule-cases';

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
    because: 'must have hostedZoneId or certificateArn, as its name needs a certificate',
    instead:
      "hostedZoneId: 'Z…' to have certificate and records made, or certificateArn: 'arn:aws:acm:us-east-1:…' when you make the DNS records",
  },
  {
    rule: 'a domain does not have both',
    passes: { domain: { name, certificateArn: certificate('us-east-1') } },
    fails: { domain: { name, hostedZoneId, certificateArn: certificate('us-east-1') } },
    at: 'domain.certificateArn',
    because:
      'must be left out when hostedZoneId is stated: certificates and records are then made in that zone',
    instead: 'hostedZoneId alone, or certificateArn alone when you make the DNS records',
  },
  {
    rule: 'the certificate for CloudFront is in us-east-1',
    passes: { domain: { name, certificateArn: certificate('us-east-1') } },
    fails: { domain: { name, certificateArn: certificate('eu-west-1') } },
    at: 'domain.certificateArn',
    because: 'must be in us-east-1, the only region from which CloudFront takes certificates',
    instead: "a certificate in us-east-1; the load balancer's goes into loadBalancerCertificateArn",
  },
  {
    rule: 'the certificate for the load balancer is in its region',
    passes: { domain: { name, hostedZoneId, loadBalancerCertificateArn: certificate('eu-west-1') } },
    fails: { domain: { name, hostedZoneId, loadBalancerCertificateArn: certificate('us-east-1') } },
    at: 'domain.loadBalancerCertificateArn',
    because: "must be in the deployment's region, eu-west-1; a load balancer takes no other",
    instead: 'a certificate in eu-west-1',
  },
  {
    rule: 'without a CDN the load balancer serves the certificate',
    passes: { edge: withoutCdn, domain: { name, certificateArn: certificate('eu-west-1') } },
    fails: { edge: withoutCdn, domain: { name, certificateArn: certificate('us-east-1') } },
    at: 'domain.certificateArn',
    because: 'must be in eu-west-1 when edge.cdn is off, as the load balancer uses it',
    instead: 'a certificate in eu-west-1',
  },
  {
    rule: 'a certificate is in the account of the deployment',
    passes: {
      aws: { region: 'eu-west-1', account: '123456789012' },
      domain: { name, certificateArn: certificate('us-east-1') },
    },
    fails: {
      aws: { region: 'eu-west-1', account: '210987654321' },
      domain: { name, certificateArn: certificate('us-east-1') },
    },
    at: 'domain.certificateArn',
    because:
      "must be in the deployment's account, 210987654321; CloudFront and load balancers take no certificate of another account",
    instead: 'a certificate in the account 210987654321',
  },
  {
    rule: 'so is that of the load balancer',
    passes: {
      aws: { region: 'eu-west-1', account: '123456789012' },
      domain: { name, hostedZoneId, loadBalancerCertificateArn: certificate('eu-west-1') },
    },
    fails: {
      aws: { region: 'eu-west-1', account: '210987654321' },
      domain: { name, hostedZoneId, loadBalancerCertificateArn: certificate('eu-west-1') },
    },
    at: 'domain.loadBalancerCertificateArn',
    because:
      "must be in the deployment's account, 210987654321; CloudFront and load balancers take no certificate of another account",
    instead: 'a certificate in the account 210987654321',
  },
  {
    rule: 'each name is stated once',
    passes: { domain: { name, hostedZoneId, aliases: ['www.shop.example.com'] } },
    fails: { domain: { name, hostedZoneId, aliases: ['www.shop.example.com', name] } },
    at: 'domain.aliases[1]',
    because: 'must differ from domain.name; CloudFront and DNS take a name once',
    instead: 'each name once',
  },
  {
    rule: 'two aliases differ',
    passes: { domain: { name, hostedZoneId, aliases: ['a.example.com', 'b.example.com'] } },
    fails: { domain: { name, hostedZoneId, aliases: ['a.example.com', 'a.example.com'] } },
    at: 'domain.aliases[1]',
    because: 'must differ from domain.aliases[0]; CloudFront and DNS take a name once',
    instead: 'each name once',
  },
  {
    rule: 'a public load balancer outside us-east-1 has a certificate of its own',
    passes: {
      domain: {
        name,
        certificateArn: certificate('us-east-1'),
        loadBalancerCertificateArn: certificate('eu-west-1'),
      },
      edge: { loadBalancer: 'public' },
    },
    fails: {
      domain: { name, certificateArn: certificate('us-east-1') },
      edge: { loadBalancer: 'public' },
    },
    at: 'domain',
    because:
      "must have loadBalancerCertificateArn when edge.loadBalancer is 'public': certificateArn is not in eu-west-1",
    instead: "loadBalancerCertificateArn: 'arn:aws:acm:eu-west-1:…', or edge.loadBalancer: 'internal'",
  },
  {
    rule: 'in us-east-1 both have the same',
    passes: {
      aws: { region: 'us-east-1' },
      domain: { name, certificateArn: certificate('us-east-1') },
      edge: { loadBalancer: 'public' },
    },
    fails: {
      domain: { name, certificateArn: certificate('us-east-1') },
      edge: { loadBalancer: 'public' },
      targets: { ec2: { tasks: { max: 1 } } },
      live: 'ec2',
    },
    at: 'domain',
    because:
      "must have loadBalancerCertificateArn when edge.loadBalancer is 'public': certificateArn is not in eu-west-1",
    instead: "loadBalancerCertificateArn: 'arn:aws:acm:eu-west-1:…', or edge.loadBalancer: 'internal'",
  },
  {
    rule: 'with a CDN the certificate of the load balancer is not enough',
    passes: {
      domain: {
        name,
        certificateArn: certificate('us-east-1'),
        loadBalancerCertificateArn: certificate('eu-west-1'),
      },
    },
    fails: { domain: { name, loadBalancerCertificateArn: certificate('eu-west-1') } },
    at: 'domain',
    because: 'must have hostedZoneId or certificateArn, as its name needs a certificate',
    instead:
      "hostedZoneId: 'Z…' to have certificate and records made, or certificateArn: 'arn:aws:acm:us-east-1:…' when you make the DNS records",
  },
]);

test('Express has a certificate of its own', () => {
  const express = { targets: { express: {} }, live: 'express', vectors: 'embedded' };
  const domain = { name, certificateArn: certificate('us-east-1') };
  expect(problemsOf({ ...smallest, ...express, domain, edge: { loadBalancer: 'public' } })).toEqual([]);
});
