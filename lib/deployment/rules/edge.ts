import type { ParsedFields } from '../schema';
import type { Rule } from './rule';

/** The targets behind the load balancer of this app. Express and App Runner have their own public HTTPS endpoint. */
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
      rule: `must be 'public' when edge.cdn is off: there is no other way from the internet to ${targets}`,
      instead: "loadBalancer: 'public', or cdn: true",
    };
  }
  if (domain) return;
  yield {
    path: 'domain',
    rule: `must be stated when edge.cdn is off: the load balancer of ${targets} needs a certificate for its name, as everything is served over HTTPS`,
    instead: "domain: { name: 'shop.example.com', hostedZoneId: 'Z…' }, or cdn: true",
  };
};

const publicOverHttps: Rule = function* (deployment) {
  const { edge, domain } = deployment;
  if (edge.cdn !== true || edge.loadBalancer !== 'public' || domain) return;
  if (behindOurLoadBalancer(deployment).length === 0) return;
  yield {
    path: 'edge.loadBalancer',
    rule: "must be 'internal' without a domain: a public load balancer serves HTTPS only and needs a certificate for its name",
    instead: "loadBalancer: 'internal', which CloudFront reaches inside the VPC, or a domain",
  };
};

/** VPC origins reach load balancers and instances, not App Runner's private endpoint. */
const appRunnerForTheCdn: Rule = function* ({ edge, targets, live }) {
  if (edge.cdn !== true || live !== 'apprunner' || targets.apprunner?.ingress !== 'private') return;
  yield {
    path: 'targets.apprunner.ingress',
    rule: "must be 'public' while App Runner is live behind CloudFront, which cannot reach its private endpoint",
    instead: "ingress: 'public', or edge.cdn off for use inside the VPC",
  };
};

/** Both services attach a domain name through their own API only, in steps that no template can take. */
const ownNamesNeedTheCdn: Rule = function* ({ edge, domain, live }) {
  if (edge.cdn === true || !domain || (live !== 'express' && live !== 'apprunner')) return;
  yield {
    path: 'domain',
    rule: `must be left out when edge.cdn is off and ${live} is live: only CloudFront serves a domain name there`,
    instead: 'cdn: true, or no domain, to use the name that the service gets',
  };
};

const countriesAreChecked: Rule = function* ({ edge }) {
  if (!edge.geo || edge.cdn === true || !('enabled' in edge.waf)) return;
  yield {
    path: 'edge.geo',
    rule: 'must have edge.cdn or edge.waf on: CloudFront or the firewall checks the country, and both are off',
    instead: 'no geo, or cdn: true, or waf: {}',
  };
};

const countriesOnce: Rule = function* ({ edge: { geo } }) {
  if (!geo) return;
  const [kind, list] = 'allow' in geo ? (['allow', geo.allow] as const) : (['deny', geo.deny] as const);
  for (const [index, country] of list.entries()) {
    const first = list.indexOf(country);
    if (first === index) continue;
    yield {
      path: `edge.geo.${kind}.${index}`,
      rule: `must differ from edge.geo.${kind}[${first}]`,
      instead: 'each country once',
    };
  }
};

/** The firewall counts every request whose path starts with `chatPath`. */
const chatPathIsPart: Rule = function* ({ container: { chatPath } }) {
  if (chatPath !== '/') return;
  yield {
    path: 'container.chatPath',
    rule: 'must be longer than /: every path starts with /, so the limit for chat would hold for every request',
    instead: "'/api/chat', the default, also when the image has no chat",
  };
};

export const edgeRules: readonly Rule[] = [
  reachable,
  publicOverHttps,
  appRunnerForTheCdn,
  ownNamesNeedTheCdn,
  countriesAreChecked,
  countriesOnce,
  chatPathIsPart,
];
