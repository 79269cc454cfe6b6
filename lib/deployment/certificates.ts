import type { DomainSettings } from './schema/domain';

/**
 * Where the load balancer's certificate of a domain comes from: an existing certificate in its region, by ARN,
 * or a new one that Route 53 validates.
 *
 * @param region of the load balancer
 * @returns undefined when it has none, so that the load balancer can only use HTTP, inside the VPC
 */
export function loadBalancerCertificateOf(
  domain: DomainSettings | undefined,
  region: string,
): { readonly existingArn?: string } | undefined {
  if (!domain) return undefined;
  const { certificateArn, hostedZoneId, loadBalancerCertificateArn } = domain;
  const inRegion = certificateArn?.split(':')[3] === region ? certificateArn : undefined;
  const existingArn = loadBalancerCertificateArn ?? inRegion;
  if (existingArn !== undefined) return { existingArn };
  return hostedZoneId === undefined ? undefined : {};
}
