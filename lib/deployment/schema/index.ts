import { z } from 'zod';
import { withPool } from '../pool';
import { applyRules } from '../rules';
import { container, image } from './container';
import { backup, cache, database, vectors } from './data';
import { edge, network } from './edge';
import { ai, alarms, flags, schedule } from './operations';
import { aws, budgetUsd, domain, name, tags } from './place';
import { live, targets } from './targets';

/** One environment, field by field. Each field's own comment says its unit, range, default and what it costs. */
export const fields = z.strictObject({
  /** The first part of every stack's name; two deployments in one account and region differ in it. */
  name,
  /** Where it stands. */
  aws,
  /** Put on every resource that takes tags. @default {} */
  tags,
  /** The shop's own address. @default - CloudFront's own name, with HTTPS */
  domain,
  /** Where the application image comes from. @default 'bundled' */
  image,
  /** What the image needs and promises; the defaults are those of the bundled shop. */
  container,
  /** What runs the image. Two may stand side by side while traffic moves from one to the other. */
  targets,
  /** The target that takes the traffic. */
  live,
  /** PostgreSQL on RDS. db.t4g.small, Multi-AZ: $0.065 × 730 h + 20 GB × $0.23 = $52 a month in us-east-1. */
  database,
  /** Valkey on ElastiCache, or none. Two cache.t4g.micro: 2 × $0.0128 × 730 h = $19 a month. */
  cache,
  /** A Chroma server on EFS beside the target, or embeddings in PostgreSQL searched in the process. @default 'chroma' */
  vectors,
  /** Claude in Bedrock. */
  ai,
  /** What stands between the internet and the target. */
  edge,
  /** The VPC and its way out. */
  network,
  /** Who hears of trouble, and what counts as trouble. */
  alarms,
  /** Recovery points beside the database's own point-in-time recovery. */
  backup,
  /** USD a month; the estimate above it is a warning, the bill above it an e-mail. @default - no budget */
  budgetUsd,
  /** Feature flags by name: on, off, or the share of customers that has it, in percent. @default {} */
  flags,
  /** Hours in which a non-production deployment runs; outside them it is scaled to nothing. @default - always on */
  schedule,
});

/** What a deployment file states. */
export type DeploymentInput = z.input<typeof fields>;
/** The same with each field's own default; the rules between fields read it. */
export type ParsedFields = z.output<typeof fields>;
/** The same with every default filled in. */
export type Deployment = ParsedFields & { database: { pool: { overflow: number } } };
export type TargetName = keyof Deployment['targets'];

/**
 * The fields, the rules between them, and the default that depends on other fields. `when` lets the
 * rules run even if a field is wrong, so that one report has every problem: https://zod.dev/api#when
 */
export const deploymentSchema = fields.superRefine(applyRules, { when: () => true }).transform(withPool);
