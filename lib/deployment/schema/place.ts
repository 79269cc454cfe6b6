import { z } from 'zod';
import { certificateArn, domainName, positive, region, text, zone } from './shapes';

export const name = text(
  /^[a-z][a-z0-9-]{0,22}[a-z0-9]$/,
  '2 to 24 lower-case letters, digits and hyphens, starting with a letter',
  'production',
);

export const aws = z.strictObject({
  /** Twelve digits. @default - the account of the credentials at deploy time */
  account: text(/^\d{12}$/, 'twelve digits in quotes', '123456789012').optional(),
  /** Region code such as `eu-west-1`. */
  region,
  /**
   * Availability zones by name, two or three. State them to be sure where things stand; otherwise
   * CloudFormation picks at deploy time, as no look-up is made at synth.
   * @default - two zones
   */
  zones: z.array(zone).min(1).max(3).optional(),
});

export const tags = z
  .record(
    text(/^(?!aws:).{1,128}$/i, '1 to 128 characters, not starting with aws:', 'team'),
    z.string().max(256),
  )
  .default({});

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

export const budgetUsd = positive.optional();
