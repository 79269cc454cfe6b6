import { aws_certificatemanager as acm, aws_route53 as route53 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Deployment } from '../../lib/deployment/schema';

/**
 * The certificate the load balancer shows: one that is given for it, CloudFront's own where that is
 * in the same region, or a new one that Route 53 proves. Without any of them the load balancer can
 * only speak HTTP, inside the VPC.
 */
export function loadBalancerCertificate(
  parent: Construct,
  { aws, domain }: Deployment,
): acm.ICertificate | undefined {
  if (!domain) return undefined;
  const cloudFronts = aws.region === 'us-east-1' ? domain.certificateArn : undefined;
  const given = domain.loadBalancerCertificateArn ?? cloudFronts;
  if (given) return acm.Certificate.fromCertificateArn(parent, 'Certificate', given);
  if (!domain.hostedZoneId) return undefined;

  const zone = route53.PublicHostedZone.fromPublicHostedZoneAttributes(parent, 'Zone', {
    hostedZoneId: domain.hostedZoneId,
    zoneName: domain.name,
  });
  return new acm.Certificate(parent, 'Certificate', {
    domainName: domain.name,
    subjectAlternativeNames: domain.aliases,
    validation: acm.CertificateValidation.fromDns(zone),
  });
}
