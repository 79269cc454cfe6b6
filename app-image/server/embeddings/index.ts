import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Environment } from '../../contract/environment';
import type { Embedder } from './embedder';
import { MissingEmbedder, modelIsMissing } from './missing-embedder';
import { PackagedEmbedder } from './packaged-embedder';

type Settings = Pick<Environment, 'EMBEDDINGS' | 'AWS_REGION' | 'AWS_ENDPOINT_URL'>;

/** `dist/model`, seen from the bundle and from the sources. */
const modelDirectories = ['../model', '../../dist/model'].map((path) => join(__dirname, path));

/** The embedding model that the environment selects. */
export async function createEmbedder(environment: Settings, log: Logger): Promise<Embedder> {
  if (environment.EMBEDDINGS === 'packaged') {
    const directory = modelDirectories.find((path) => existsSync(path));
    if (directory) return new PackagedEmbedder(directory);
    log.error(modelIsMissing);
    return new MissingEmbedder();
  }
  const [{ TitanEmbedder }, { connectBedrock }] = await Promise.all([
    import('./titan-embedder.js'),
    import('./bedrock.js'),
  ]);
  return new TitanEmbedder(connectBedrock(environment, { attempts: 4 }));
}
