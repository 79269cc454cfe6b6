import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { platformsOf } from './platforms';
import type { Deployment } from './schema';
import type { Warning } from './warning';

/** `FROM --platform=linux/amd64 node:24`: the platform that a stage names. https://docs.docker.com/reference/dockerfile/#from */
const stage = /^\s*FROM\s+(?:--platform=(\S+)\s+)?/gim;

/**
 * Warns of a Dockerfile whose last stage names one platform. CDK builds it for the target's, and the result
 * still has the programs of the named one. Earlier stages may run on any.
 */
export function dockerfilePlatformWarnings({ image, targets }: Deployment): Warning[] {
  if (image === 'bundled' || !('directory' in image)) return [];
  const text = readFileSync(join(image.directory, image.dockerfile), 'utf8');
  const [, named] = [...text.matchAll(stage)].at(-1) ?? [];
  if (named === undefined || named.startsWith('$')) return [];
  const others = platformsOf(targets).filter(({ platform }) => !named.startsWith(platform));
  return others.map(({ platform, usedBy }) => ({
    path: 'image.dockerfile',
    message: `The last stage of ${image.dockerfile} is for ${named}, and ${usedBy.join(' and ')} runs ${platform}: the container would stop with "exec format error". Take --platform out of the last FROM.`,
  }));
}
