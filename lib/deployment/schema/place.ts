import { z } from 'zod';
import { domainName, positive } from './shapes';

/** The first part of every stack's name; two deployments in one account and region differ in it. */
export const name = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,22}[a-z0-9]$/,
    'is 2 to 24 lower-case letters, digits and hyphens, starting with a letter',
  );

export const aws = z.strictObject({
  /** Twelve digits. @default - the account of the credentials at deploy time */
  account: z
    .string()
    .regex(/^\d{12}$/, 'is twelve digits in quotes')
    .optional(),
  /** Region code such as `eu-west-1`. */
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'is a region code such as eu-west-1'),
  /**
   * Availability zones by name, two or three. State them to be sure where things stand; otherwise
   * CloudFormation picks at deploy time, as no look-up is made at synth.
   * @default - two zones
   */
  zones: z
    .array(z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d[a-z]$/, 'is a zone name such as eu-west-1a'))
    .min(1)
    .max(3)
    .optional(),
});

export const tags = z.record(z.string().min(1).max(128), z.string().max(256)).default({});

/** @default - CloudFront's own name, with HTTPS */
export const domain = z
  .strictObject({
    /** The address customers see. */
    name: domainName,
    /** Further names for the same shop, such as `www.`. @default [] */
    aliases: z.array(domainName).default([]),
    /** Route 53 zone that holds the names: certificates and records are then made here. */
    hostedZoneId: z
      .string()
      .regex(/^Z[A-Z0-9]{5,31}$/, 'is a Route 53 zone id such as Z0123456789ABC')
      .optional(),
    /** Certificate for CloudFront; always in us-east-1. */
    certificateArn: z.string().startsWith('arn:').optional(),
    /** Certificate for the load balancer, in the deployment's region. @default - `certificateArn` when that is the same region */
    loadBalancerCertificateArn: z.string().startsWith('arn:').optional(),
  })
  .optional();

/** USD a month; the estimate above it is a warning, the bill above it an e-mail. @default - no budget */
export const budgetUsd = positive.optional();
