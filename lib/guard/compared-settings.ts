import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fields, type Deployment } from '../deployment/schema';

const { shape } = fields;
const recorded = z.object({
  name: shape.name,
  aws: shape.aws,
  cache: shape.cache,
  container: z.object({ secrets: shape.container.unwrap().shape.secrets }),
  domain: shape.domain,
  edge: shape.edge,
  keep: shape.keep,
  network: shape.network,
  targets: shape.targets,
  vectors: shape.vectors,
});

/** The fields that a comparison of two versions of a deployment reads. */
export type ComparedSettings = z.output<typeof recorded>;

const file = 'deployment.json';

/** Writes the fields into a cloud assembly, where the comparison with a later version reads them. No field holds a secret. */
export function recordSettings(assembly: string, deployment: Deployment): void {
  writeFileSync(join(assembly, file), `${JSON.stringify(comparedSettings(deployment), null, 2)}\n`);
}

/** The fields of a deployment that a comparison reads. */
export function comparedSettings(deployment: Deployment): ComparedSettings {
  const { name, aws, cache, domain, edge, keep, network, targets, vectors } = deployment;
  const container = { secrets: deployment.container.secrets };
  return { name, aws, cache, container, domain, edge, keep, network, targets, vectors };
}

/**
 * The recorded fields of a cloud assembly.
 *
 * @returns undefined when an earlier version of this product, without the record or with other fields, wrote it
 */
export function recordedSettings(assembly: string): ComparedSettings | undefined {
  const path = join(assembly, file);
  if (!existsSync(path)) return undefined;
  return recorded.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
}
