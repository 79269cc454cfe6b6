import { loadBalancerCertificateOf } from '../certificates';
import type { Rule } from './rule';

/** A part is kept only while nothing uses it. A part in use is there without `keep`. */
const onlyWhatIsUnused: Rule = function* ({ keep, cache, vectors, edge, domain, container }) {
  if (keep.cache && cache !== 'none') {
    yield {
      path: 'keep.cache',
      rule: "needs cache: 'none'; the deployment has a cache without keep.cache",
      instead: "cache: 'none', or no keep.cache",
    };
  }
  if (keep.vectors && vectors === 'chroma') {
    yield {
      path: 'keep.vectors',
      rule: "needs another value of vectors; with vectors: 'chroma' the file system is there without keep.vectors",
      instead: "vectors: 'embedded', or no keep.vectors",
    };
  }
  if (keep.loadBalancer && keep.loadBalancer === edge.loadBalancer) {
    yield {
      path: 'keep.loadBalancer',
      rule: `must differ from edge.loadBalancer, which is ${edge.loadBalancer}`,
      instead: 'the value that edge.loadBalancer had before, or no keep.loadBalancer',
    };
  }
  if (keep.domain && keep.domain.name === domain?.name) {
    yield {
      path: 'keep.domain',
      rule: `must have another name than domain, which has ${keep.domain.name}`,
      instead: 'the domain that the deployed version has, or no keep.domain',
    };
  }
  for (const name of Object.keys(keep.secrets)) {
    const stated = container.secrets[name];
    if (stated === undefined || 'arn' in stated) continue;
    yield {
      path: `keep.secrets.${name}`,
      rule: 'must not be an entry of container.secrets too, unless a generated secret is replaced by one of your own',
      instead: `${name} in one of the two`,
    };
  }
};

/** ECS blue/green moves traffic between target groups of one listener only. */
const rollingWhileKept: Rule = function* ({ keep, targets: { fargate } }) {
  if (!fargate || fargate.rollout === 'rolling') return;
  for (const part of ['loadBalancer', 'domain'] as const) {
    if (keep[part] === undefined) continue;
    yield {
      path: `keep.${part}`,
      rule: `needs rollout: 'rolling'; ${fargate.rollout} moves traffic on one listener only`,
      instead: "targets.fargate.rollout: 'rolling' while keep is stated",
    };
  }
};

/** Only the load balancers of this app can be kept, and a public one only with a certificate. */
const keptLoadBalancerCanServe: Rule = function* ({ aws, domain, keep, targets }) {
  if (keep.domain && !loadBalancerCertificateOf(keep.domain, aws.region)) {
    yield {
      path: 'keep.domain',
      rule: `must have a certificate for the load balancer in ${aws.region}; without one there is nothing to keep`,
      instead: 'hostedZoneId or loadBalancerCertificateArn as the deployed version has it, or no keep.domain',
    };
  }
  if (!keep.loadBalancer) return;
  if (!targets.fargate && !targets.ec2) {
    yield {
      path: 'keep.loadBalancer',
      rule: 'must be left out without targets.fargate and targets.ec2; other targets have a load balancer of their own',
      instead: 'no keep.loadBalancer',
    };
  } else if (
    keep.loadBalancer === 'public' &&
    ![domain, keep.domain].some((each) => loadBalancerCertificateOf(each, aws.region))
  ) {
    yield {
      path: 'keep.loadBalancer',
      rule: "needs a certificate when it is 'public': a public load balancer serves HTTPS only",
      instead: 'keep.domain with the domain of the deployed version',
    };
  }
};

export const keepRules: readonly Rule[] = [onlyWhatIsUnused, rollingWhileKept, keptLoadBalancerCanServe];
