import { z } from 'zod';
import { ipv4Cidr, optedOut, text, wholeBetween, zone } from './shapes';

const countryCode = text(/^[A-Z]{2}$/, 'a two-letter country code in capitals', 'DE');
const subnetId = text(/^subnet-[0-9a-f]{8,17}$/, 'a subnet id', 'subnet-0abc1234def567890');

export const edge = z
  .strictObject({
    /** CloudFront in front of the target. @default true */
    cdn: z.union([z.literal(true), optedOut]).default(true),
    /** Web application firewall: $5 + $1 a rule = $11 a month, and $0.60 a million requests. @default - on */
    waf: z
      .union([
        z.strictObject({
          /** Requests one address may make in five minutes. @default 2000 */
          requestsPer5Minutes: wholeBetween(10, 2_000_000).default(2000),
          /** Requests one address may make to the chat path in one minute. @default 30 */
          chatRequestsPerMinute: wholeBetween(10, 2_000_000).default(30),
        }),
        optedOut,
      ])
      .prefault({}),
    /** Countries that may or may not use the shop. @default - everyone may */
    geo: z
      .union([
        z.strictObject({
          /** Only these countries, by two-letter code. */
          allow: z.array(countryCode).min(1),
        }),
        z.strictObject({
          /** All but these countries, by two-letter code. */
          deny: z.array(countryCode).min(1),
        }),
      ])
      .optional(),
    /** `public` opens the load balancer to the internet over HTTPS. @default 'internal' */
    loadBalancer: z.enum(['internal', 'public']).default('internal'),
    /** Edge locations: North America and Europe, plus Asia and Africa, or all. @default 'europe-america' */
    priceClass: z.enum(['europe-america', 'most', 'all']).default('europe-america'),
  })
  .prefault({});

export const network = z
  .strictObject({
    /** Address range of a new VPC, /16 to /22. @default '10.0.0.0/16' */
    cidr: ipv4Cidr.default('10.0.0.0/16'),
    /** Ranges reached by peering or VPN, which the VPC must not overlap. @default [] */
    peerCidrs: z.array(ipv4Cidr).default([]),
    /**
     * How private subnets reach Bedrock, ECR and the like: one NAT gateway ($33 a month), one a
     * zone ($66), a t4g.nano instance ($3 + $4 for its address), or interface endpoints without any
     * internet ($7 each and zone).
     * @default 'nat'
     */
    egress: z.enum(['nat', 'nat-per-zone', 'nat-instance', 'endpoints']).default('nat'),
    /** Days flow logs are kept. @default 30 */
    flowLogRetentionDays: z
      .union([z.literal(1), z.literal(7), z.literal(14), z.literal(30), z.literal(90), z.literal(365)])
      .default(30),
    /** Use a VPC that is there instead of making one; no look-up is made, so everything is stated. @default - a new VPC */
    existingVpc: z
      .strictObject({
        /** The VPC. */
        id: text(/^vpc-[0-9a-f]{8,17}$/, 'a VPC id', 'vpc-0abc1234def567890'),
        /** Address range of the VPC. */
        cidr: ipv4Cidr,
        /** Its zones, two or three, in the order of the subnets below. */
        zones: z.array(zone).min(2).max(3),
        /** One a zone, with a route to an internet gateway; `[]` when nothing is public. */
        publicSubnetIds: z.array(subnetId),
        /** One a zone, with a way out: the tasks stand here. */
        privateSubnetIds: z.array(subnetId).min(2),
        /** One a zone, without a way out: the stores stand here. */
        isolatedSubnetIds: z.array(subnetId).min(2),
      })
      .optional(),
  })
  .prefault({});
