import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../contract/environment';
import type { Embedder } from './embedder';
import { PackagedEmbedder } from './packaged-embedder';

type Settings = Pick<Environment, 'EMBEDDINGS' | 'AWS_REGION' | 'AWS_ENDPOINT_URL'>;

/** `dist/model` from the bundle; the same, built before, from the sources. */
const modelDirectories = ['../model', '../../dist/model'].map((path) => join(__dirname, path));

/** The embedding model the environment names. */
export async function createEmbedder(environment: Settings): Promise<Embedder> {
  if (environment.EMBEDDINGS === 'packaged') {
    const [bundled = '', built = ''] = modelDirectories;
    return new PackagedEmbedder(existsSync(bundled) ? bundled : built);
  }
  const [{ TitanEmbedder }, { connectBedrock }] = await Promise.all([
    import('./titan-embedder.js'),
    import('./bedrock.js'),
  ]);
  return new TitanEmbedder(connectBedrock(environment, { attempts: 4 }));
}
