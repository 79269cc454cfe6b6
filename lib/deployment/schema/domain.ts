import { z } from 'zod';
import { domainName } from './domain-name';
import type { Explanation } from './explanation';
import { certificateArn } from './places';
import { text } from './shapes';

const zoneId = /^Z[A-Z0-9]{5,31}$/;

/** The API and the CLI print an id as `/hostedzone/Z0123456789ABC`. */
function explainZoneId(value: unknown): Explanation | undefined {
  if (typeof value !== 'string') return undefined;
  const meant = value
    .trim()
    .replace(/^\/?hostedzone\//i, '')
    .toUpperCase();
  if (zoneId.test(meant)) return { instead: `'${meant}'` };
  return value.includes('.')
    ? {
        rule: 'must be the id of a Route 53 zone, not its name',
        instead: `the id that this prints: aws route53 list-hosted-zones-by-name --dns-name ${value} --query 'HostedZones[0].Id'`,
      }
    : undefined;
}

export const domainSettings = z.strictObject({
  /** Name in the address that customers see. With `hostedZoneId` at most 64 characters, as it is the first name of a certificate. */
  name: domainName,
  /** Further names of the same shop, such as `www.`. At most 99; above 9 the quota of ACM must be raised first. @default [] */
  aliases: z.array(domainName).default([]),
  /** Route 53 zone of all the names, so they are below one registered domain. Certificates and records are then made in it. @default - none; state certificateArn */
  hostedZoneId: text(zoneId, 'a Route 53 zone id', 'Z0123456789ABC', explainZoneId).optional(),
  /** Certificate for CloudFront, in us-east-1. You then make the DNS records. @default - none; state hostedZoneId */
  certificateArn: certificateArn.optional(),
  /** Certificate for the load balancer, in the deployment's region. @default - `certificateArn` when that is the same region */
  loadBalancerCertificateArn: certificateArn.optional(),
});

export const domain = domainSettings.optional();

export type DomainSettings = z.output<typeof domainSettings>;
