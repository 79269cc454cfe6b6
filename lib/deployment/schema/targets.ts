import { z } from 'zod';
import { positive, wholeBetween } from './shapes';

/** How many tasks run, and what makes them more or fewer. */
const scaling = (least: number, most: number) =>
  z
    .strictObject({
      /** Fewest tasks. */
      min: wholeBetween(1, 100).default(least),
      /** Most tasks; their pools together must fit the database. */
      max: wholeBetween(1, 100).default(most),
      /** CPU the scaling aims at, in percent. @default 60 */
      cpuPercent: wholeBetween(10, 90).default(60),
      /** Requests a minute and task the scaling aims at. @default 1000 */
      requestsPerTask: wholeBetween(10, 100_000).default(1000),
    })
    .prefault({});

/** The one Chroma server of a target. 0.25 vCPU and 2 GB on Fargate: (0.25 × $0.03238 + 2 × $0.00356) × 730 h = $11 a month. */
const chroma = z
  .strictObject({
    /** CPU units, 1024 to a vCPU. @default 256 */
    cpu: z.union([z.literal(256), z.literal(512), z.literal(1024), z.literal(2048)]).default(256),
    /** Memory in MiB; below 2048 Chroma is killed while it loads its index. @default 2048 */
    memoryMiB: wholeBetween(2048, 16_384).default(2048),
    /** Always one: two servers on one path corrupt it silently. */
    tasks: z.literal(1).default(1),
  })
  .prefault({});

const size = {
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
  /** Memory in MiB; Fargate takes fixed pairs of CPU and memory. @default 1024 */
  memoryMiB: wholeBetween(512, 122_880).default(1024),
};

/** How a new version replaces the old one. @default 'rolling' */
const rollout = z.enum(['rolling', 'canary', 'linear', 'blue-green']).default('rolling');

/** ECS on Fargate, ARM64. Two tasks of 0.25 vCPU and 1 GB: 2 × (0.25 × $0.03238 + $0.00356) × 730 h = $17 a month. */
export const fargate = z.strictObject({
  ...size,
  tasks: scaling(2, 10),
  rollout,
  /** Open a shell in a task with ECS Exec; its sessions are logged. @default false */
  exec: z.boolean().default(false),
  chroma,
});

/** ECS Express Mode: a load balancer, certificate and scaling that ECS makes itself. */
export const express = z.strictObject({ ...size, tasks: scaling(1, 2) });

/** App Runner; closed to accounts that did not use it before 2026-04-30. */
export const apprunner = z.strictObject({
  /** CPU units. @default 256 */
  cpu: z
    .union([z.literal(256), z.literal(512), z.literal(1024), z.literal(2048), z.literal(4096)])
    .default(256),
  /** Memory in MiB; App Runner takes fixed pairs. @default 512 */
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
  instances: z
    .strictObject({
      /** Instances kept warm. @default 1 */
      min: wholeBetween(1, 25).default(1),
      /** @default 1 */
      max: wholeBetween(1, 25).default(1),
      /** Requests at once before another instance starts. @default 80 */
      concurrency: wholeBetween(1, 200).default(80),
    })
    .prefault({}),
  /** Who may call it directly: anyone, or only the VPC. @default 'public' */
  ingress: z.enum(['public', 'private']).default('public'),
  /** The account used App Runner before it closed; silences the warning. @default false */
  acknowledgeClosed: z.boolean().default(false),
});

/** ECS on one or two Graviton instances. t4g.medium: $0.0336 × 730 h = $25 a month each. */
export const ec2 = z.strictObject({
  /** Burstable or general-purpose. @default 't4g.medium' */
  instanceType: z
    .enum(['t4g.small', 't4g.medium', 't4g.large', 't3.medium', 't3.large', 'm7g.medium', 'm7g.large'])
    .default('t4g.medium'),
  /** One or two. @default 1 */
  instances: wholeBetween(1, 2).default(1),
  /** Root volume in GiB, gp3. @default 30 */
  volumeGiB: wholeBetween(30, 200).default(30),
  ...size,
  tasks: scaling(1, 2),
  /** Share of the on-demand price to pay for Spot at most. @default - on demand */
  spotMaxPriceShare: positive.max(1).optional(),
  exec: z.boolean().default(false),
  chroma,
});

export const targets = z.strictObject({
  fargate: fargate.optional(),
  express: express.optional(),
  apprunner: apprunner.optional(),
  ec2: ec2.optional(),
});

export const targetNames = ['fargate', 'express', 'apprunner', 'ec2'] as const;
/** The target that takes the traffic. */
export const live = z.enum(targetNames);
