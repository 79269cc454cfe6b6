import type { aws_certificatemanager as acm } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { AwsSettings } from '../../lib/deployment/schema/aws';
import type { DomainSettings } from '../../lib/deployment/schema/domain';
import { SiteCertificate } from '../edge/site-certificate';

export interface LoadBalancerCertificateProps {
  readonly aws: AwsSettings;
  readonly domain?: DomainSettings;
}

/**
 * The load balancer's certificate: `domain.loadBalancerCertificateArn`, CloudFront's where that is in
 * the same region, or a new one that Route 53 validates. Without any the load balancer can only use
 * HTTP, inside the VPC.
 */
export function loadBalancerCertificate(
  parent: Construct,
  { aws, domain }: LoadBalancerCertificateProps,
): acm.ICertificate | undefined {
  if (!domain) return undefined;
  const inRegion = domain.certificateArn?.split(':')[3] === aws.region ? domain.certificateArn : undefined;
  const existingArn = domain.loadBalancerCertificateArn ?? inRegion;
  if (!existingArn && !domain.hostedZoneId) return undefined;
  return new SiteCertificate(parent, 'Certificate', { domain, existingArn }).certificate;
}
