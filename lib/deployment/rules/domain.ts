import type { Rule } from './rule';

/** CloudFront takes certificates from there only: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html */
const cloudFrontRegion = 'us-east-1';

function regionOf(arn: string): string | undefined {
  return arn.split(':')[3];
}

const oneSourceOfCertificates: Rule = function* ({ domain, edge }) {
  if (!domain) return;
  // Without a CDN the load balancer's certificate is the only one there is.
  const certificate =
    domain.certificateArn ?? (edge.cdn === true ? undefined : domain.loadBalancerCertificateArn);
  if (domain.hostedZoneId !== undefined && domain.certificateArn !== undefined) {
    yield {
      path: 'domain.certificateArn',
      rule: 'must be left out when hostedZoneId is stated: certificates and records are then made in that zone',
      instead: 'hostedZoneId alone, or certificateArn alone when you make the DNS records',
    };
  }
  if (domain.hostedZoneId === undefined && certificate === undefined) {
    yield {
      path: 'domain',
      rule: 'must have hostedZoneId or certificateArn, as its name needs a certificate',
      instead:
        "hostedZoneId: 'Z…' to have certificate and records made, or certificateArn: 'arn:aws:acm:us-east-1:…' when you make the DNS records",
    };
  }
};

const certificatesWhereTheyServe: Rule = function* ({ domain, edge, aws }) {
  if (!domain) return;
  const { certificateArn, loadBalancerCertificateArn } = domain;
  const withCdn = edge.cdn === true;
  if (withCdn && certificateArn !== undefined && regionOf(certificateArn) !== cloudFrontRegion) {
    yield {
      path: 'domain.certificateArn',
      rule: `must be in ${cloudFrontRegion}, the only region from which CloudFront takes certificates`,
      instead: `a certificate in ${cloudFrontRegion}; the load balancer's goes into loadBalancerCertificateArn`,
    };
  }
  if (!withCdn && certificateArn !== undefined && loadBalancerCertificateArn === undefined) {
    if (regionOf(certificateArn) !== aws.region)
      yield {
        path: 'domain.certificateArn',
        rule: `must be in ${aws.region} when edge.cdn is off, as the load balancer uses it`,
        instead: `a certificate in ${aws.region}`,
      };
  }
  if (loadBalancerCertificateArn !== undefined && regionOf(loadBalancerCertificateArn) !== aws.region) {
    yield {
      path: 'domain.loadBalancerCertificateArn',
      rule: `must be in the deployment's region, ${aws.region}; a load balancer takes no other`,
      instead: `a certificate in ${aws.region}`,
    };
  }
};

/** A public load balancer serves HTTPS; CloudFront's certificate is of use to it in us-east-1 only. */
const publicLoadBalancerHasOne: Rule = function* ({ domain, edge, aws, targets }) {
  if (!domain?.certificateArn || edge.cdn !== true || edge.loadBalancer !== 'public') return;
  if (!targets.fargate && !targets.ec2) return;
  if (domain.loadBalancerCertificateArn !== undefined || domain.hostedZoneId !== undefined) return;
  if (regionOf(domain.certificateArn) === aws.region) return;
  yield {
    path: 'domain',
    rule: `must have loadBalancerCertificateArn when edge.loadBalancer is 'public': certificateArn is not in ${aws.region}`,
    instead: `loadBalancerCertificateArn: 'arn:aws:acm:${aws.region}:…', or edge.loadBalancer: 'internal'`,
  };
};

/** CloudFront and a load balancer take a certificate of their own account only. */
const certificatesOfTheAccount: Rule = function* ({ domain, aws: { account } }) {
  if (!domain || account === undefined) return;
  for (const field of ['certificateArn', 'loadBalancerCertificateArn'] as const) {
    const owner = domain[field]?.split(':')[4];
    if (owner === undefined || owner === account) continue;
    yield {
      path: `domain.${field}`,
      rule: `must be in the deployment's account, ${account}; CloudFront and load balancers take no certificate of another account`,
      instead: `a certificate in the account ${account}`,
    };
  }
};

const namesDiffer: Rule = function* ({ domain }) {
  if (!domain) return;
  const names = [domain.name, ...domain.aliases];
  for (const [index, alias] of domain.aliases.entries()) {
    const first = names.indexOf(alias);
    if (first === index + 1) continue;
    yield {
      path: `domain.aliases.${index}`,
      rule: `must differ from ${first === 0 ? 'domain.name' : `domain.aliases[${first - 1}]`}; CloudFront and DNS take a name once`,
      instead: 'each name once',
    };
  }
};

export const domainRules: readonly Rule[] = [
  oneSourceOfCertificates,
  certificatesWhereTheyServe,
  publicLoadBalancerHasOne,
  certificatesOfTheAccount,
  namesDiffer,
];
