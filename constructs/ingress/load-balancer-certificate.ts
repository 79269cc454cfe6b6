import type { aws_certificatemanager as acm } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { loadBalancerCertificateOf } from '../../lib/deployment/certificates';
import type { AwsSettings } from '../../lib/deployment/schema/aws';
import type { DomainSettings } from '../../lib/deployment/schema/domain';
import { SiteCertificate } from '../edge/site-certificate';

/**
 * The load balancer's certificate for a domain: `domain.loadBalancerCertificateArn`, CloudFront's where
 * that is in the same region, or a new one that Route 53 validates. Undefined when there is none. Then the
 * load balancer can only use HTTP, inside the VPC.
 *
 * The construct id holds the domain's name, so another domain gets a certificate of its own and the old
 * certificate can stay.
 */
export function loadBalancerCertificate(
  parent: Construct,
  { region }: AwsSettings,
  domain: DomainSettings,
): acm.ICertificate | undefined {
  const source = loadBalancerCertificateOf(domain, region);
  if (!source) return undefined;
  // eslint-disable-next-line awscdk/no-variable-construct-id -- the domain is in the id, so a stack can have two
  return new SiteCertificate(parent, `Certificate-${domain.name}`, {
    domain,
    existingArn: source.existingArn,
  }).certificate;
}
