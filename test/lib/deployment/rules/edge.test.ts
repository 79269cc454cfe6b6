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
    because: "must be 'public' when edge.cdn is off: there is no other way from the internet to fargate",
    instead: "loadBalancer: 'public', or cdn: true",
  },
  {
    rule: 'without a CDN a domain brings HTTPS',
    passes: { edge: { cdn: optedOut, loadBalancer: 'public' }, domain },
    fails: { edge: { cdn: optedOut, loadBalancer: 'public' } },
    at: 'domain',
    because:
      'must be stated when edge.cdn is off: the load balancer of fargate needs a certificate for its name, as everything is served over HTTPS',
    instead: "domain: { name: 'shop.example.com', hostedZoneId: 'Z…' }, or cdn: true",
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
    because: "must be 'public' when edge.cdn is off: there is no other way from the internet to ec2",
    instead: "loadBalancer: 'public', or cdn: true",
  },
  {
    rule: 'a public load balancer has a certificate',
    passes: { edge: { loadBalancer: 'public' }, domain },
    fails: { edge: { loadBalancer: 'public' } },
    at: 'edge.loadBalancer',
    because:
      "must be 'internal' without a domain: a public load balancer serves HTTPS only and needs a certificate for its name",
    instead: "loadBalancer: 'internal', which CloudFront reaches inside the VPC, or a domain",
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
    because:
      "must be 'internal' without a domain: a public load balancer serves HTTPS only and needs a certificate for its name",
    instead: "loadBalancer: 'internal', which CloudFront reaches inside the VPC, or a domain",
  },
  {
    rule: 'a name of one’s own needs CloudFront where the service has one already',
    passes: { domain, targets: { apprunner: {} }, ...appRunner },
    fails: { domain, edge: { cdn: optedOut }, targets: { apprunner: {} }, ...appRunner },
    at: 'domain',
    because:
      'must be left out when edge.cdn is off and apprunner is live: only CloudFront serves a domain name there',
    instead: 'cdn: true, or no domain, to use the name that the service gets',
  },
  {
    rule: 'CloudFront cannot reach a private App Runner service',
    passes: { targets: { apprunner: { ingress: 'private' } }, edge: { cdn: optedOut }, ...appRunner },
    fails: { targets: { apprunner: { ingress: 'private' } }, ...appRunner },
    at: 'targets.apprunner.ingress',
    because:
      "must be 'public' while App Runner is live behind CloudFront, which cannot reach its private endpoint",
    instead: "ingress: 'public', or edge.cdn off for use inside the VPC",
  },
  {
    rule: 'countries are kept out by CloudFront or the firewall',
    passes: { edge: { geo: { allow: ['DE'] }, waf: optedOut } },
    fails: { edge: { geo: { allow: ['DE'] }, waf: optedOut, cdn: optedOut, loadBalancer: 'public' }, domain },
    at: 'edge.geo',
    because:
      'must have edge.cdn or edge.waf on: CloudFront or the firewall checks the country, and both are off',
    instead: 'no geo, or cdn: true, or waf: {}',
  },
  {
    rule: 'each country is listed once',
    passes: { edge: { geo: { allow: ['DE', 'FR', 'IT'] } } },
    fails: { edge: { geo: { allow: ['DE', 'FR', 'DE'] } } },
    at: 'edge.geo.allow[2]',
    because: 'must differ from edge.geo.allow[0]',
    instead: 'each country once',
  },
  {
    rule: 'the same holds for countries that may not',
    passes: { edge: { geo: { deny: ['RU', 'BY'] } } },
    fails: { edge: { geo: { deny: ['RU', 'RU'] } } },
    at: 'edge.geo.deny[1]',
    because: 'must differ from edge.geo.deny[0]',
    instead: 'each country once',
  },
  {
    rule: 'the limit for chat holds for a part of the site',
    passes: { container: { chatPath: '/c' } },
    fails: { container: { chatPath: '/' } },
    at: 'container.chatPath',
    because:
      'must be longer than /: every path starts with /, so the limit for chat would hold for every request',
    instead: "'/api/chat', the default, also when the image has no chat",
  },
  {
    rule: 'fargate and ec2 are both named when they need the load balancer',
    passes: {
      edge: { cdn: optedOut, loadBalancer: 'public' },
      domain,
      targets: { fargate: { tasks: { max: 3 } }, ec2: {} },
    },
    fails: { edge: { cdn: optedOut }, domain, targets: { fargate: { tasks: { max: 3 } }, ec2: {} } },
    at: 'edge.loadBalancer',
    because:
      "must be 'public' when edge.cdn is off: there is no other way from the internet to fargate and ec2",
    instead: "loadBalancer: 'public', or cdn: true",
  },
  {
    rule: 'Express serves no domain of its own either',
    passes: { domain, targets: { express: {} }, live: 'express', vectors: 'embedded' },
    fails: {
      domain,
      edge: { cdn: optedOut },
      targets: { express: {} },
      live: 'express',
      vectors: 'embedded',
    },
    at: 'domain',
    because:
      'must be left out when edge.cdn is off and express is live: only CloudFront serves a domain name there',
    instead: 'cdn: true, or no domain, to use the name that the service gets',
  },
  {
    rule: 'a private App Runner service that is not live is accepted',
    passes: {
      targets: { fargate: { tasks: { max: 3 } }, apprunner: { ingress: 'private' } },
      live: 'fargate',
      vectors: 'embedded',
    },
    fails: {
      targets: { fargate: { tasks: { max: 3 } }, apprunner: { ingress: 'private' } },
      live: 'apprunner',
      vectors: 'embedded',
    },
    at: 'targets.apprunner.ingress',
    because:
      "must be 'public' while App Runner is live behind CloudFront, which cannot reach its private endpoint",
    instead: "ingress: 'public', or edge.cdn off for use inside the VPC",
  },
]);
