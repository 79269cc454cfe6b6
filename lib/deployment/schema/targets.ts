import { z } from 'zod';
import { computeInstances } from '../../sizes/compute-instances';
import { registryImage } from './image';
import { wholeBetween } from './shapes';

/** How many tasks run, and when auto-scaling changes the number. */
const byCpu = (least: number, most: number) =>
  z.strictObject({
    /** Fewest tasks. Range 1–100. @default - 2 on fargate, 1 elsewhere */
    min: wholeBetween(1, 100).default(least),
    /** Most tasks. Their pools together must fit the database. Range 1–100. @default - 10 on fargate, 2 elsewhere */
    max: wholeBetween(1, 100).default(most),
    /** Target CPU utilization, in percent. Range 10–90. @default 60 */
    cpuPercent: wholeBetween(10, 90).default(60),
  });

/** ECS Express scales on one metric; the other ECS targets also on requests, with a rolling rollout. */
const byCpuAndRequests = (least: number, most: number) =>
  byCpu(least, most)
    .extend({
      /** Target number of requests per task and minute; with `rollout: 'rolling'` only. Range 10–100,000. @default 1000 */
      requestsPerTask: wholeBetween(10, 100_000).default(1000),
    })
    .prefault({});

const chroma = z
  .strictObject({
    /** CPU units, 1024 to a vCPU. One of 256, 512, 1024, 2048. @default 256 */
    cpu: z.union([z.literal(256), z.literal(512), z.literal(1024), z.literal(2048)]).default(256),
    /** Memory in MiB. With less than 2048 Chroma is killed while it loads its index. Range 2048–16,384. @default 2048 */
    memoryMiB: wholeBetween(2048, 16_384).default(2048),
    /**
     * An image of the Chroma server in ECR, for the architecture of the target. Another version may change
     * the format of the stored vectors. @default - version 1.5.9 from Docker Hub, which the deployment copies to ECR
     */
    image: registryImage.optional(),
  })
  .prefault({});

const size = (memoryMiB: number) => ({
  /** CPU units, 1024 to a vCPU. @default 256 */
  cpu: z
    .union([
      z.literal(256),
      z.literal(512),
      z.literal(1024),
      z.literal(2048),
      z.literal(4096),
      z.literal(8192),
      z.literal(16_384),
    ])
    .default(256),
  /** Memory in MiB. Fargate and Express take fixed pairs of CPU and memory. Range 512–122,880. @default - 1024; 512 on ec2 */
  memoryMiB: wholeBetween(512, 122_880).default(memoryMiB),
});

const rollout = z.enum(['rolling', 'canary', 'linear', 'blue-green']).default('rolling');

const fargate = z.strictObject({
  ...size(1024),
  /** Number of tasks, and auto-scaling. @default - 2 to 10 */
  tasks: byCpuAndRequests(2, 10),
  /** How a new version replaces the old one. @default 'rolling' */
  rollout,
  /**
   * Allows ECS Exec, a shell in a task. The image needs sh, and script and cat to log its sessions; the bundled
   * image has none of them.
   * @default false
   */
  exec: z.boolean().default(false),
  /** The one Chroma server. 0.25 vCPU and 2 GB: (0.25 × $0.03238 + 2 × $0.00356) × 730 h = $11 a month. */
  chroma,
});

const express = z.strictObject({
  ...size(1024),
  /** Number of tasks, and auto-scaling. @default - 1 to 2 */
  tasks: byCpu(1, 2).prefault({}),
});

const apprunner = z.strictObject({
  /** CPU units, 1024 to a vCPU. @default 256 */
  cpu: z
    .union([z.literal(256), z.literal(512), z.literal(1024), z.literal(2048), z.literal(4096)])
    .default(256),
  /** Memory in MiB. App Runner takes fixed pairs of CPU and memory. @default 512 */
  memoryMiB: z
    .union([
      z.literal(512),
      z.literal(1024),
      z.literal(2048),
      z.literal(3072),
      z.literal(4096),
      z.literal(6144),
      z.literal(8192),
      z.literal(10_240),
      z.literal(12_288),
    ])
    .default(512),
  /** Number of instances, and auto-scaling. @default - 1 */
  instances: z
    .strictObject({
      /** Fewest instances, which stay provisioned. Range 1–25. @default 1 */
      min: wholeBetween(1, 25).default(1),
      /** Most instances. Range 1–25. @default 1 */
      max: wholeBetween(1, 25).default(1),
      /** Concurrent requests per instance before another starts. Range 1–200. @default 80 */
      concurrency: wholeBetween(1, 200).default(80),
    })
    .prefault({}),
  /** Who may call the service: everyone, or the VPC only. @default 'public' */
  ingress: z.enum(['public', 'private']).default('public'),
  /** The account used App Runner before it was closed to new customers. Switches the warning off. @default false */
  acknowledgeClosed: z.boolean().default(false),
});

const ec2 = z.strictObject({
  /**
   * Instance type. The `t3` types are x86, the others ARM. The bundled image and one from a directory are
   * built for that architecture; an image by digest must have it.
   * @default 't4g.medium'
   */
  instanceType: z.enum(computeInstances).default('t4g.medium'),
  /** Number of instances. Range 1–2. @default 1 */
  instances: wholeBetween(1, 2).default(1),
  /** Size of the root volume in GiB, gp3. Range 30–200. @default 30 */
  volumeGiB: wholeBetween(30, 200).default(30),
  ...size(512),
  /** Number of tasks, and auto-scaling. @default - 1 to 2 */
  tasks: byCpuAndRequests(1, 2),
  /**
   * Runs on Spot at up to this share of the on-demand price. AWS may stop an instance 2 minutes after a
   * notice. Range 0.01–1. A t4g.medium at 0.6 is at most $15 a month instead of $25.
   * @default - on demand
   */
  spotMaxPriceShare: z.number().min(0.01).max(1).optional(),
  /**
   * Allows ECS Exec, a shell in a task. The image needs sh, and script and cat to log its sessions; the bundled
   * image has none of them.
   * @default false
   */
  exec: z.boolean().default(false),
  /** The one Chroma server, on the instances. */
  chroma,
});

export const targets = z
  .strictObject({
    /** ECS on Fargate, ARM64. Two tasks of 0.25 vCPU and 1 GB: 2 × (0.25 × $0.03238 + $0.00356) × 730 h = $17 a month. */
    fargate: fargate.optional(),
    /** ECS Express Mode: a load balancer, certificate and scaling that ECS makes itself. */
    express: express.optional(),
    /** App Runner; closed to accounts that did not use it before 2026-04-30. */
    apprunner: apprunner.optional(),
    /** ECS on one or two instances. t4g.medium: $0.0336 × 730 h = $25 a month each. */
    ec2: ec2.optional(),
  })
  .meta({ sample: '{ fargate: {} }' });

export const targetNames = ['fargate', 'express', 'apprunner', 'ec2'] as const;
export const live = z.enum(targetNames);

export type TargetSettings = z.output<typeof targets>;
export type TargetName = keyof TargetSettings;
export type FargateSettings = z.output<typeof fargate>;
export type ExpressSettings = z.output<typeof express>;
export type AppRunnerSettings = z.output<typeof apprunner>;
export type Ec2Settings = z.output<typeof ec2>;
export type ScalingSettings = FargateSettings['tasks'];
export type ChromaSettings = FargateSettings['chroma'];
export type Rollout = FargateSettings['rollout'];
