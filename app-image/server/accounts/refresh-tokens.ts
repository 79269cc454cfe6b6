import { and, eq, isNull, lt } from 'drizzle-orm';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Database, Orm } from '../database/database';
import { refreshTokens } from '../database/schema';

export const refreshLifetimeSeconds = 30 * 24 * 3600;
/** Two tabs may exchange the same token at once; after this time, a second exchange is treated as theft. */
const graceMs = 10_000;

export interface Refreshed {
  readonly accountId: string;
  readonly token: string;
}

/**
 * Keeps customers signed in. A token is exchanged for the next one; when one is exchanged twice, all
 * tokens of the same log-in are revoked (RFC 9700, section 4.14.2). The table holds hashes only.
 */
export class RefreshTokens {
  constructor(
    private readonly database: Database,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Called at log-in; also deletes the account's expired tokens. */
  issue(accountId: string): Promise<string> {
    return this.database.transaction(async (orm) => {
      await orm
        .delete(refreshTokens)
        .where(and(eq(refreshTokens.accountId, accountId), lt(refreshTokens.expiresAt, this.now())));
      return this.add(orm, accountId, randomUUID());
    });
  }

  /** Undefined when the token is unknown, expired, or was used before. */
  exchange(token: string): Promise<Refreshed | undefined> {
    return this.database.transaction(async (orm) => {
      const [found] = await orm
        .select()
        .from(refreshTokens)
        .where(eq(refreshTokens.hash, hashOf(token)))
        .for('update');
      const now = this.now();
      if (!found || found.expiresAt <= now) return undefined;
      if (found.usedAt && now.getTime() - found.usedAt.getTime() > graceMs) {
        await orm.delete(refreshTokens).where(eq(refreshTokens.family, found.family));
        return undefined;
      }
      await orm
        .update(refreshTokens)
        .set({ usedAt: now })
        .where(and(eq(refreshTokens.hash, found.hash), isNull(refreshTokens.usedAt)));
      return { accountId: found.accountId, token: await this.add(orm, found.accountId, found.family) };
    });
  }

  /** Revokes all tokens of the same log-in. */
  async revoke(token: string): Promise<void> {
    await this.database.transaction(async (orm) => {
      const [found] = await orm
        .select()
        .from(refreshTokens)
        .where(eq(refreshTokens.hash, hashOf(token)));
      if (found) await orm.delete(refreshTokens).where(eq(refreshTokens.family, found.family));
    });
  }

  private async add(orm: Orm, accountId: string, family: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(this.now().getTime() + refreshLifetimeSeconds * 1000);
    await orm.insert(refreshTokens).values({ hash: hashOf(token), family, accountId, expiresAt });
    return token;
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
