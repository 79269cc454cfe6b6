import { z } from 'zod';
import { ai } from './ai';
import { aws } from './aws';
import { cache } from './cache';
import { container } from './container';
import { database, type DatabaseSettings } from './database';
import { domain } from './domain';
import { edge } from './edge';
import { flags } from './flags';
import { image } from './image';
import { logs } from './logs';
import { name } from './name';
import { network } from './network';
import { schedule } from './schedule';
import { tags } from './tags';
import { live, targets } from './targets';
import { vectors } from './vectors';

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
  /** How long logs are kept. */
  logs,
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
export type Deployment = ParsedFields & { readonly database: DatabaseSettings };
