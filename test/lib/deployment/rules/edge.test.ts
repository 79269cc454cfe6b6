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
      ...appRunner,
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
