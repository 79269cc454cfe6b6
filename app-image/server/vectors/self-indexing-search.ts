import type { Logger } from 'pino';
import type { ProductSearch } from '../context';
import type { Found } from './search-catalogue';

/** For the laptop: runs the reindex job in the background of the server. */
export class SelfIndexingSearch implements ProductSearch {
  private indexing: Promise<unknown> | undefined;
  private readonly closing = new AbortController();

  constructor(
    private readonly inner: ProductSearch,
    private readonly reindex: (signal: AbortSignal) => Promise<unknown>,
    private readonly log: Logger,
  ) {}

  /** Until it is done, search is by words only; after a failure the next search starts it again. */
  prepare(): void {
    this.indexing ??= this.reindex(this.closing.signal).catch((error: unknown) => {
      if (this.closing.signal.aborted) return;
      this.log.warn({ err: error }, 'products could not be indexed for search by meaning');
      this.indexing = undefined;
    });
  }

  search(text: string, limit: number, signal?: AbortSignal): Promise<Found> {
    this.prepare();
    return this.inner.search(text, limit, signal);
  }

  state(): Promise<'up' | 'off'> {
    return this.inner.state();
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.indexing;
    await this.inner.close();
  }
}
