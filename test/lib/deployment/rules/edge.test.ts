import { testRules } from '../rule-cases';

const optedOut = { enabled: false, optOutReason: 'a partner has its own in front' } as const;
const domain = { name: 'shop.example.com', hostedZoneId: 'Z0123456789' };
const appRunner = { live: 'apprunner', vectors: 'embedded' } as const;

testRules('edge', [
  {
    rule: 'without a CDN the load balancer is public',
    passes: { edge: { cdn: optedOut, loadBalancer: 'public' }, domain },
    fails: { edge: { cdn: optedOut }, domain },
    at: 'edge.loadBalancer',
    because: /nothing else leads from the internet to fargate/,
    instead: /cdn: true/,
  },
  {
    rule: 'without a CDN a domain brings HTTPS',
    passes: { edge: { cdn: optedOut, loadBalancer: 'public' }, domain },
    fails: { edge: { cdn: optedOut, loadBalancer: 'public' } },
    at: 'domain',
    because: /nothing is served without HTTPS/,
    instead: /hostedZoneId/,
  },
  {
    rule: 'App Runner and Express have an HTTPS address of their own',
    passes: { edge: { cdn: optedOut }, targets: { apprunner: {} }, ...appRunner },
    fails: {
      edge: { cdn: optedOut },
      targets: { apprunner: {}, ec2: { tasks: { max: 1 } } },
      vectors: 'embedded',
      live: 'ec2',
      domain,
    },
    at: 'edge.loadBalancer',
    because: /internet to ec2/,
    instead: /public/,
  },
  {
    rule: 'a public load balancer has a certificate',
    passes: { edge: { loadBalancer: 'public' }, domain },
    fails: { edge: { loadBalancer: 'public' } },
    at: 'edge.loadBalancer',
    because: /public over HTTPS only/,
    instead: /internal/,
  },
  {
    rule: 'a public load balancer of Express has its certificate from Express',
    passes: {
      edge: { loadBalancer: 'public' },
      targets: { express: {} },
      live: 'express',
      vectors: 'embedded',
    },
    fails: {
      edge: { loadBalancer: 'public' },
      targets: { express: {}, fargate: { tasks: { min: 1, max: 1 } } },
      live: 'express',
      vectors: 'embedded',
    },
    at: 'edge.loadBalancer',
    because: /public over HTTPS only/,
    instead: /internal/,
  },
  {
    rule: 'a name of one’s own needs CloudFront where the service has one already',
    passes: { domain, targets: { apprunner: {} }, ...appRunner },
    fails: { domain, edge: { cdn: optedOut }, targets: { apprunner: {} }, ...appRunner },
    at: 'domain',
    because: /answers to a name of its own only/,
    instead: /cdn: true/,
  },
  {
    rule: 'CloudFront cannot reach a private App Runner service',
    passes: { targets: { apprunner: { ingress: 'private' } }, edge: { cdn: optedOut }, ...appRunner },
    fails: { targets: { apprunner: { ingress: 'private' } }, ...appRunner },
    at: 'targets.apprunner.ingress',
    because: /cannot reach its private endpoint/,
    instead: /ingress: 'public'/,
  },
  {
    rule: 'countries are kept out by CloudFront or the firewall',
    passes: { edge: { geo: { allow: ['DE'] }, waf: optedOut } },
    fails: { edge: { geo: { allow: ['DE'] }, waf: optedOut, cdn: optedOut, loadBalancer: 'public' }, domain },
    at: 'edge.geo',
    because: /both are off/,
    instead: /waf: \{\}/,
  },
]);
