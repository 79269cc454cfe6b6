import { plainVariables } from '../app-image/contract/environment';
import { chromaProgram, startChroma } from '../test/setup/chroma';
import { runBundle, startServer, type ServerProcess } from '../test/setup/server-process';
import { postgresVariables, redisIsInstalled, startPostgres, startRedis } from '../test/setup/services';

export interface StartedShop {
  readonly server: ServerProcess;
  /** Programs that the shop uses, and those that are not installed. */
  readonly parts: string;
  stop(): Promise<void>;
}

/** Limits that a benchmark from one address does not reach: the most that the contract allows. */
const raisedLimits = Object.fromEntries(
  Object.keys(plainVariables)
    .filter((name) => name.startsWith('RATE_LIMIT_'))
    .map((name) => [name, name === 'RATE_LIMIT_CHAT_PER_MINUTE' ? '10000' : '1000000']),
);

/** The bundle with PostgreSQL, with Redis and Chroma where they are installed, filled by the jobs of the image. */
export async function startShop(): Promise<StartedShop> {
  const program = chromaProgram();
  const [postgres, redis, chroma] = await Promise.all([
    startPostgres(),
    redisIsInstalled ? startRedis() : undefined,
    program === undefined ? undefined : startChroma(program),
  ]);
  const stopParts = () => Promise.all([postgres.remove(), redis?.remove(), chroma?.stop()]);
  try {
    const variables = {
      ...postgresVariables(postgres),
      ...(redis ? { CACHE_URL: `redis://127.0.0.1:${redis.port}` } : {}),
      ...(chroma ? { VECTORS: 'chroma', CHROMA_URL: chroma.url } : {}),
      ...raisedLimits,
    };
    for (const job of ['migrate', 'seed', 'reindex']) {
      const { code, stderr } = await runBundle(variables, [job]).ended;
      if (code !== 0) throw new Error(`${job} exited with code ${String(code)}: ${stderr}`);
    }
    const server = await startServer(variables);
    return {
      server,
      parts: `PostgreSQL, ${redis ? 'Redis' : 'no Redis'}, ${chroma ? 'Chroma' : 'no Chroma'}`,
      stop: async () => {
        server.signal('SIGTERM');
        await server.ended;
        await stopParts();
      },
    };
  } catch (problem) {
    await stopParts();
    throw problem;
  }
}
