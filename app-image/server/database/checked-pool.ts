import { Pool, type PoolClient, type PoolConfig } from 'pg';
import type { Logger } from 'pino';
import { CommentedClient } from './commented-client';

/**
 * A connection idle for less than this has just answered and is not checked. HikariCP's figure
 * (https://github.com/brettwooldridge/HikariCP, aliveBypassWindowMs).
 */
const trustedForMs = 500;
/** Longest wait for the answer to an empty query, in milliseconds. */
const checkTimeoutMs = 1000;

type Callback = (error: unknown, client: PoolClient | undefined, done: (release?: unknown) => void) => void;

/**
 * A pool that checks a connection before use (R3). After a failover every pooled connection is dead, and
 * without the check each would fail one customer's request.
 */
export class CheckedPool extends Pool {
  private readonly lastUsed = new WeakMap<PoolClient, number>();

  constructor(
    private readonly settings: PoolConfig,
    log: Logger,
  ) {
    super({ ...settings, Client: CommentedClient });
    // Without a handler, a broken idle connection ends the process.
    this.on('error', (error) => log.warn({ err: error }, 'an idle database connection broke'));
    // The same holds for one in use, for which the pool has no handler. Its queries fail by themselves.
    this.on('connect', (client) => client.on('error', () => undefined));
    this.on('release', (_, client) => this.lastUsed.set(client, Date.now()));
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<PoolClient> | undefined {
    const checked = this.checkedClient();
    if (!callback) return checked;
    checked.then(
      (client) =>
        callback(undefined, client, (release) =>
          client.release(release === true || release instanceof Error),
        ),
      (error: unknown) => callback(error, undefined, () => undefined),
    );
    return undefined;
  }

  private async checkedClient(): Promise<PoolClient> {
    // Every pooled connection may be dead; the next one is new.
    for (let attempt = 0; attempt <= (this.settings.max ?? 10); attempt += 1) {
      const client = await super.connect();
      const used = this.lastUsed.get(client);
      if (used === undefined || Date.now() - used < trustedForMs || (await answers(client))) return client;
      client.release(true);
    }
    throw new Error('connection terminated: no database connection answers');
  }
}

async function answers(client: PoolClient): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), checkTimeoutMs);
  });
  const answer = client.query('').then(
    () => true,
    () => false,
  );
  const alive = await Promise.race([answer, silence]);
  clearTimeout(timer);
  return alive;
}
