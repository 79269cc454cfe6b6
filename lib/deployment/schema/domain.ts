import { z } from 'zod';
import { certificateArn } from './places';
import { domainName, text } from './shapes';

export const domainSettings = z.strictObject({
  /** Name in the address that customers see. */
  name: domainName,
  /** Further names of the same shop, such as `www.`. @default [] */
  aliases: z.array(domainName).default([]),
  /** Route 53 zone of the names. Certificates and records are then made in it. @default - none; state certificateArn */
  hostedZoneId: text(/^Z[A-Z0-9]{5,31}$/, 'a Route 53 zone id', 'Z0123456789ABC').optional(),
  /** Certificate for CloudFront, in us-east-1. You then make the DNS records. @default - none; state hostedZoneId */
  certificateArn: certificateArn.optional(),
  /** Certificate for the load balancer, in the deployment's region. @default - `certificateArn` when that is the same region */
  loadBalancerCertificateArn: certificateArn.optional(),
});

export const domain = domainSettings.optional();

export type DomainSettings = z.output<typeof domainSettings>;
