import type { ParsedFields } from '../schema';
import type { Rule } from './rule';

/** Express has a public load balancer and App Runner a public address of their own, both with HTTPS. */
function behindOurLoadBalancer({ targets }: ParsedFields): string[] {
  return (['fargate', 'ec2'] as const).filter((target) => targets[target]);
}

const reachable: Rule = function* (deployment) {
  const { edge, domain } = deployment;
  const targets = behindOurLoadBalancer(deployment).join(' and ');
  if (edge.cdn === true || targets === '') return;
  if (edge.loadBalancer === 'internal') {
    yield {
      path: 'edge.loadBalancer',
      rule: `is public when edge.cdn is off: nothing else leads from the internet to ${targets}`,
      instead: "loadBalancer: 'public', or cdn: true",
    };
  }
  if (domain) return;
  yield {
    path: 'domain',
    rule: `is required when edge.cdn is off: the load balancer of ${targets} has no name of its own with a certificate, and nothing is served without HTTPS`,
    instead: "domain: { name: 'shop.example.com', hostedZoneId: 'Z…' }, or cdn: true",
  };
};

const publicOverHttps: Rule = function* (deployment) {
  const { edge, domain } = deployment;
  if (edge.cdn !== true || edge.loadBalancer !== 'public' || domain) return;
  if (behindOurLoadBalancer(deployment).length === 0) return;
  yield {
    path: 'edge.loadBalancer',
    rule: 'is public over HTTPS only, which needs a domain for its certificate',
    instead: "loadBalancer: 'internal'; CloudFront reaches it inside the VPC. Or state domain",
  };
};

/** VPC origins reach load balancers and instances, not App Runner's private endpoint. */
const appRunnerForTheCdn: Rule = function* ({ edge, targets, live }) {
  if (edge.cdn !== true || live !== 'apprunner' || targets.apprunner?.ingress !== 'private') return;
  yield {
    path: 'targets.apprunner.ingress',
    rule: 'is public while App Runner is live behind CloudFront, which cannot reach its private endpoint',
    instead: "ingress: 'public', or edge.cdn off for use inside the VPC",
  };
};

/** Both take a name of yours through their own API only, by steps that no template can take. */
const ownNamesNeedTheCdn: Rule = function* ({ edge, domain, live }) {
  if (edge.cdn === true || !domain || (live !== 'express' && live !== 'apprunner')) return;
  yield {
    path: 'domain',
    rule: `is served by CloudFront where ${live} is live, which answers to a name of its own only, and edge.cdn is off`,
    instead: 'cdn: true, or no domain to use the name that the service gets',
  };
};

const someoneKeepsTheBorder: Rule = function* ({ edge }) {
  if (!edge.geo || edge.cdn === true || !('enabled' in edge.waf)) return;
  yield {
    path: 'edge.geo',
    rule: 'is kept by CloudFront or by the firewall, and both are off',
    instead: 'no geo, or cdn: true, or waf: {}',
  };
};

export const edgeRules: readonly Rule[] = [
  reachable,
  publicOverHttps,
  appRunnerForTheCdn,
  ownNamesNeedTheCdn,
  someoneKeepsTheBorder,
];
