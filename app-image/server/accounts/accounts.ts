import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Account, credentials, registration } from '../../api/accounts';
import type { Database } from '../database/database';
import { isDuplicate } from '../database/failures';
import { accounts } from '../database/schema';
import { hashPassword, verifyPassword } from './passwords';

export class EmailTakenError extends Error {
  override readonly name = 'EmailTakenError';
}

export class Accounts {
  constructor(private readonly database: Database) {}

  /** Throws `EmailTakenError`. */
  async register({ email, name, password }: z.output<typeof registration>): Promise<Account> {
    const passwordHash = await hashPassword(password);
    try {
      return await this.database.transaction(async (orm) => {
        const [account] = await orm.insert(accounts).values({ email, name, passwordHash }).returning(shown);
        if (!account) throw new Error('PostgreSQL inserted an account and returned none');
        return account;
      });
    } catch (error) {
      throw isDuplicate(error) ? new EmailTakenError() : error;
    }
  }

  /** Undefined for a wrong password and for an unknown address, after the same time. */
  async authenticate({ email, password }: z.output<typeof credentials>): Promise<Account | undefined> {
    const [found] = await this.database.read((orm) =>
      orm.select().from(accounts).where(eq(accounts.email, email)),
    );
    const matches = await verifyPassword(password, found?.passwordHash);
    return found && matches ? { id: found.id, email: found.email, name: found.name } : undefined;
  }

  async byId(id: string): Promise<Account | undefined> {
    const [found] = await this.database.read((orm) =>
      orm.select(shown).from(accounts).where(eq(accounts.id, id)),
    );
    return found;
  }
}

const shown = { id: accounts.id, email: accounts.email, name: accounts.name };
