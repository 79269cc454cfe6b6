import { z } from 'zod';
import { certificateArn, domainName, text } from './shapes';

export const domain = z
  .strictObject({
    /** The address customers see. */
    name: domainName,
    /** Further names for the same shop, such as `www.`. @default [] */
    aliases: z.array(domainName).default([]),
    /** Route 53 zone that holds the names: certificates and records are then made here. @default - none; state certificateArn */
    hostedZoneId: text(/^Z[A-Z0-9]{5,31}$/, 'a Route 53 zone id', 'Z0123456789ABC').optional(),
    /** Certificate for CloudFront; always in us-east-1. The records at your DNS are then yours to make. @default - none; state hostedZoneId */
    certificateArn: certificateArn.optional(),
    /** Certificate for the load balancer, in the deployment's region. @default - `certificateArn` when that is the same region */
    loadBalancerCertificateArn: certificateArn.optional(),
  })
  .optional();

export type DomainSettings = NonNullable<z.output<typeof domain>>;
