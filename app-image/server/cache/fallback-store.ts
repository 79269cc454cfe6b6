import type { OutsideCall } from '../resilience/outside-call';
import { UnavailableError } from '../resilience/unavailable';
import { MemoryStore } from './memory-store';
import type { Store } from './store';

/** Uses the shared store, and the memory of this process while the shared store is unavailable. */
export class FallbackStore implements Store {
  readonly kind;

  constructor(
    private readonly shared: Store,
    private readonly calls: OutsideCall,
    private readonly own: Store = new MemoryStore(),
  ) {
    this.kind = shared.kind;
  }

  get(key: string): Promise<string | undefined> {
    return this.either((store) => store.get(key));
  }

  set(key: string, value: string, seconds: number): Promise<void> {
    return this.either((store) => store.set(key, value, seconds));
  }

  delete(key: string): Promise<void> {
    return this.either((store) => store.delete(key));
  }

  check(): Promise<void> {
    return this.shared.check();
  }

  async close(): Promise<void> {
    await this.shared.close();
    await this.own.close();
  }

  private async either<T>(use: (store: Store) => Promise<T>): Promise<T> {
    try {
      return await this.calls.run(() => use(this.shared));
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      return use(this.own);
    }
  }
}
