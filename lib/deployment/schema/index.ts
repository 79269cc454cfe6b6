import { z } from 'zod';
import { ai } from './ai';
import { alarms } from './alarms';
import { aws } from './aws';
import { cache } from './cache';
import { container, type ContainerSettings } from './container';
import { database, type DatabaseSettings } from './database';
import { domain } from './domain';
import { edge } from './edge';
import { flags } from './flags';
import { image } from './image';
import { keep } from './keep';
import { logs } from './logs';
import { name } from './name';
import { network } from './network';
import { schedule } from './schedule';
import { tags } from './tags';
import { live, targets } from './targets';
import { vectors } from './vectors';

/** One environment, field by field. Each field's comment says unit, range, default and cost. */
export const fields = z
  .strictObject({
    /** First part of every stack's name. Two deployments in one account and region must differ in it. */
    name,
    /** Account, region and zones. */
    aws,
    /** Tags of every resource that takes tags, at most 46. Keys differ in more than case, also from `Name`; `deployment` is taken. @default {} */
    tags,
    /** Domain name of the shop. @default - CloudFront's own name, with HTTPS */
    domain,
    /** Source of the application image. @default 'bundled' */
    image,
    /** Interface of the image. The defaults are those of the bundled shop. */
    container,
    /** Services that run the image. Two may run side by side while traffic moves from one to the other. */
    targets,
    /** Target that receives the traffic. */
    live,
    /** PostgreSQL on RDS. db.t4g.small, Multi-AZ: $0.065 × 730 h + 20 GB × $0.23 = $52 a month in us-east-1. */
    database,
    /** Valkey on ElastiCache, or none. Two cache.t4g.micro: 2 × $0.0128 × 730 h = $19 a month. */
    cache,
    /** Vector search: a Chroma server on EFS next to the target, or in the process over embeddings in PostgreSQL. @default 'chroma' */
    vectors,
    /** Claude in Bedrock. */
    ai,
    /** CloudFront, firewall and load balancer. */
    edge,
    /** VPC, and how it reaches the internet. */
    network,
    /** Log retention. */
    logs,
    /** Alarm thresholds. */
    alarms,
    /** Feature flags by name: true, false, or the percentage of customers who have the feature, 0–100. @default {} */
    flags,
    /** Hours in which a deployment that is not production runs. Outside them it is scaled to 0. @default - always on */
    schedule,
    /**
     * Parts that the deployed version uses and this version does not. They stay for one more deployment, so that
     * nothing in use is removed. Remove the entry in the next deployment. `shop plan --against` prints the value.
     */
    keep,
  })
  .meta({
    title: 'an object with at least name, aws, targets and live',
    sample: "{ name: 'shop', aws: { region: 'eu-west-1' }, targets: { fargate: {} }, live: 'fargate' }",
  });

/** What a deployment file states. */
export type DeploymentInput = z.input<typeof fields>;
/** The same with each field's own default; the rules between fields read it. */
export type ParsedFields = z.output<typeof fields>;
/** The same with every default filled in. */
export type Deployment = Omit<ParsedFields, 'container' | 'database'> & {
  readonly container: ContainerSettings;
  readonly database: DatabaseSettings;
};
