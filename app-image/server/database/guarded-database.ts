import { OutsideCall } from '../resilience/outside-call';
import type { Database, Driver, Orm } from './database';
import { isAway, wasUndone } from './failures';

/** Attempts to run a transaction that PostgreSQL undid because of another one. */
const attempts = 3;

export class GuardedDatabase implements Database {
  readonly kind;
  readonly orm;
  private readonly reads = new OutsideCall({
    dependency: 'database',
    timeoutMs: 3000,
    retries: 1,
    openSeconds: 2,
    counts: isAway,
  });
  /** A write is never tried twice: nobody knows whether the first was committed. */
  private readonly writes = new OutsideCall({
    dependency: 'database',
    timeoutMs: 8000,
    openSeconds: 2,
    counts: isAway,
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
        if (attempt === attempts || !wasUndone(error)) throw error;
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
