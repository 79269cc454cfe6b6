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
      rule: 'and hostedZoneId exclude each other: with the zone, certificate and records are made here; with a certificate, DNS stays yours',
      instead: 'one of the two',
    };
  }
  if (domain.hostedZoneId === undefined && certificate === undefined) {
    yield {
      path: 'domain',
      rule: 'has neither hostedZoneId nor certificateArn, so there is no certificate for its name',
      instead:
        "hostedZoneId: 'Z…' to have certificate and records made, or certificateArn: 'arn:aws:acm:us-east-1:…' with DNS elsewhere",
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
      rule: `is in ${cloudFrontRegion}, the only region CloudFront takes certificates from`,
      instead: `a certificate in ${cloudFrontRegion}; the load balancer's goes into loadBalancerCertificateArn`,
    };
  }
  if (!withCdn && certificateArn !== undefined && loadBalancerCertificateArn === undefined) {
    if (regionOf(certificateArn) !== aws.region)
      yield {
        path: 'domain.certificateArn',
        rule: `is in ${aws.region} when edge.cdn is off, as the load balancer serves it`,
        instead: `a certificate in ${aws.region}`,
      };
  }
  if (loadBalancerCertificateArn !== undefined && regionOf(loadBalancerCertificateArn) !== aws.region) {
    yield {
      path: 'domain.loadBalancerCertificateArn',
      rule: `is in the deployment's region, ${aws.region}; a load balancer takes no other`,
      instead: `a certificate in ${aws.region}`,
    };
  }
};

const namesDiffer: Rule = function* ({ domain }) {
  if (!domain) return;
  const names = [domain.name, ...domain.aliases];
  for (const [index, alias] of domain.aliases.entries()) {
    if (names.indexOf(alias) === index + 1) continue;
    yield {
      path: `domain.aliases.${index}`,
      rule: 'stands in domain.name or in the list already; CloudFront and DNS take a name once',
      instead: 'each name once',
    };
  }
};

export const domainRules: readonly Rule[] = [
  oneSourceOfCertificates,
  certificatesWhereTheyServe,
  namesDiffer,
];
