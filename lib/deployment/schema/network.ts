import { z } from 'zod';
import { ipv4Cidr, text, zone } from './shapes';

const subnetId = text(/^subnet-[0-9a-f]{8,17}$/, 'a subnet id', 'subnet-0abc1234def567890');

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

export type NetworkSettings = z.output<typeof network>;
export type ExistingVpcSettings = NonNullable<NetworkSettings['existingVpc']>;
