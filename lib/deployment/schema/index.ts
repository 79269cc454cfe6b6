import { z } from 'zod';
import { container, image } from './container';
import { backup, cache, database, vectors } from './data';
import { edge, network } from './edge';
import { ai, alarms, flags, schedule } from './operations';
import { aws, budgetUsd, domain, name, tags } from './place';
import { live, targets } from './targets';

/** One environment, whole. Each field's own comment says its unit, range, default and what it costs. */
export const deploymentSchema = z.strictObject({
  name,
  aws,
  tags,
  domain,
  image,
  container,
  targets,
  live,
  database,
  cache,
  vectors,
  ai,
  edge,
  network,
  alarms,
  backup,
  budgetUsd,
  flags,
  schedule,
});

/** What a deployment file states. */
export type DeploymentInput = z.input<typeof deploymentSchema>;
/** The same with every default filled in. */
export type Deployment = z.output<typeof deploymentSchema>;
export type TargetName = keyof Deployment['targets'];
