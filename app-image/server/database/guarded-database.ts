import { OutsideCall } from '../resilience/outside-call';
import type { Database, Driver, Orm } from './database';
import { isUnavailable, wasRolledBack } from './failures';

/** Most attempts at a transaction that PostgreSQL rolled back because of a concurrent one. */
const attempts = 3;

export class GuardedDatabase implements Database {
  readonly kind;
  readonly orm;
  private readonly reads = new OutsideCall({
    dependency: 'database',
    timeoutMs: 3000,
    retries: 1,
    openSeconds: 2,
    counts: isUnavailable,
  });
  /** A write is never repeated: the first attempt may have been committed. */
  private readonly writes = new OutsideCall({
    dependency: 'database',
    timeoutMs: 8000,
    openSeconds: 2,
    counts: isUnavailable,
  });

  constructor(private readonly driver: Driver) {
    this.kind = driver.kind;
    this.orm = driver.orm;
  }

  read<T>(work: (orm: Orm) => Promise<T>): Promise<T> {
    return this.reads.run(() => work(this.orm));
  }

  async transaction<T>(work: (orm: Orm) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.writes.run(() => this.orm.transaction((transaction) => work(transaction)));
      } catch (error) {
        if (attempt === attempts || !wasRolledBack(error)) throw error;
      }
    }
  }

  check(): Promise<void> {
    return this.driver.check();
  }

  migrate(): Promise<number> {
    return this.driver.migrate();
  }

  close(): Promise<void> {
    return this.driver.close();
  }
}
