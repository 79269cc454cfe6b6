import { z } from 'zod';
import { zone } from './places';
import { ipv4Cidr, text } from './shapes';

const subnetId = text(/^subnet-[0-9a-f]{8,17}$/, 'a subnet id', 'subnet-0abc1234def567890');

export const network = z
  .strictObject({
    /**
     * Address range of a new VPC, a private one. Range /16–/22. Not in 0/8, 127/8, 169.254/16, 224/4 or 240/4,
     * which EC2 refuses, nor with `targets.ec2` in 172.17/16, which Docker uses.
     * @default '10.0.0.0/16'
     */
    cidr: ipv4Cidr.default('10.0.0.0/16'),
    /** Address ranges that the VPC reaches by peering or VPN and must not overlap. @default [] */
    peerCidrs: z.array(ipv4Cidr).default([]),
    /**
     * How private subnets reach Bedrock, ECR and other services: one NAT gateway ($33 a month), one in each
     * zone ($66), a t4g.nano instance ($11: $3, $4 for its address, $2 for its volume, $2 for its metrics), or
     * interface endpoints without internet access ($7 for each endpoint and zone).
     * @default 'nat'
     */
    egress: z.enum(['nat', 'nat-per-zone', 'nat-instance', 'endpoints']).default('nat'),
    /** Days that flow logs are kept. One of 1, 7, 14, 30, 90, 365. @default 30 */
    flowLogRetentionDays: z
      .union([z.literal(1), z.literal(7), z.literal(14), z.literal(30), z.literal(90), z.literal(365)])
      .default(30),
    /** An existing VPC. Synth makes no look-up, so state all of it. @default - a new VPC */
    existingVpc: z
      .strictObject({
        /**
         * Id of the VPC. An internet gateway must be attached to it, also when nothing is public: CloudFront's VPC
         * origin needs one, but no route to it. DNS resolution and DNS host names must be on, for the file system
         * (EFS) and Chroma's name.
         */
        id: text(/^vpc-[0-9a-f]{8,17}$/, 'a VPC id', 'vpc-0abc1234def567890'),
        /** Address range of the VPC, /16–/28; of several ranges the one that has the subnets. */
        cidr: ipv4Cidr,
        /** Its 2 or 3 zones, each once, in the order of the subnets below. */
        zones: z.array(zone).min(2).max(3),
        /** One subnet a zone, with a route to an internet gateway; `[]` when nothing is public. */
        publicSubnetIds: z.array(subnetId),
        /** One subnet a zone, with a route to the internet or to endpoints, for the tasks. */
        privateSubnetIds: z.array(subnetId).min(2),
        /** One subnet a zone, without a route to the internet, for database, cache and file system. */
        isolatedSubnetIds: z.array(subnetId).min(2),
      })
      .optional(),
  })
  .prefault({});

export type NetworkSettings = z.output<typeof network>;
export type ExistingVpcSettings = NonNullable<NetworkSettings['existingVpc']>;
