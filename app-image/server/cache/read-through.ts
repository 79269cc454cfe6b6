import type { Logger } from 'pino';
import type { Metrics } from '../observability/metrics';
import type { Store } from './store';

export interface Freshness {
  /** Seconds for which an entry is served without a read. */
  readonly freshSeconds: number;
  /** Seconds after that in which the old entry is served while a new one is fetched. */
  readonly staleSeconds: number;
  /** Seconds after that in which the old entry is served while the source is unavailable. */
  readonly ifErrorSeconds: number;
}

interface Entry {
  readonly at: number;
  readonly value: unknown;
}

/**
 * Reads through a store: many requests for one missing entry make one read (single flight), and
 * an entry past its freshness is served at once and renewed in the background (stale while revalidate).
 */
export class ReadThrough {
  private readonly flights = new Map<string, Promise<unknown>>();

  constructor(
    private readonly store: Store,
    private readonly log: Logger,
    private readonly metrics: Metrics,
    private readonly now: () => number = Date.now,
  ) {}

  async get<T>(
    key: string,
    { freshSeconds, staleSeconds, ifErrorSeconds }: Freshness,
    read: () => Promise<T>,
  ): Promise<T> {
    const entry = await this.load(key);
    const keepSeconds = freshSeconds + staleSeconds + ifErrorSeconds;
    const age = entry ? (this.now() - entry.at) / 1000 : Infinity;
    this.metrics.count(entry && age < freshSeconds + staleSeconds ? 'CacheHits' : 'CacheMisses');
    if (!entry) return this.fetch(key, keepSeconds, read);
    if (age < freshSeconds) return entry.value as T;
    if (age < freshSeconds + staleSeconds) {
      this.fetch(key, keepSeconds, read).catch((error: unknown) =>
        this.log.warn(
          { err: error, entry: kindOf(key) },
          'a cache entry could not be renewed; serving the old one',
        ),
      );
      return entry.value as T;
    }
    try {
      return await this.fetch(key, keepSeconds, read);
    } catch (error) {
      this.log.warn(
        { err: error, entry: kindOf(key) },
        'the database is unavailable; serving an old cache entry',
      );
      return entry.value as T;
    }
  }

  private fetch<T>(key: string, keepSeconds: number, read: () => Promise<T>): Promise<T> {
    const flight = this.flights.get(key) as Promise<T> | undefined;
    if (flight) return flight;
    const started = read()
      .then(async (value) => {
        const entry: Entry = { at: this.now(), value };
        await this.store.set(key, JSON.stringify(entry), keepSeconds);
        return value;
      })
      .finally(() => this.flights.delete(key));
    this.flights.set(key, started);
    return started;
  }

  private async load(key: string): Promise<Entry | undefined> {
    const text = await this.store.get(key);
    return text === undefined ? undefined : (JSON.parse(text) as Entry);
  }
}

/** `catalogue:text` of `catalogue:text:["…",20]`: the rest of a key may be what a customer searched for. */
function kindOf(key: string): string {
  return key.split(':').slice(0, 2).join(':');
}
