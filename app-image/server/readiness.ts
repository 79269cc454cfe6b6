import type { Readiness } from '../api/operations';
import type { Chat, ProductSearch } from './context';
import type { Store } from './cache/store';
import type { Database } from './database/database';

type State = Readiness['dependencies'][number];

/** Longest wait for the answer of a dependency before it counts as unavailable, in milliseconds. */
const probeTimeoutMs = 1500;
/** Load balancers in several zones ask every few seconds; one result serves them all for this long. */
const validMs = 1000;

export interface Dependencies {
  readonly database: Pick<Database, 'check'>;
  readonly store: Pick<Store, 'kind' | 'check'>;
  readonly search: Pick<ProductSearch, 'state'>;
  readonly chat: Pick<Chat, 'state'>;
}

/** Ready means able to sell, and that needs the database alone; every other dependency may be unavailable. */
export class ReadinessCheck {
  private last: { readonly at: number; readonly state: Promise<Readiness> } | undefined;

  constructor(
    private readonly dependencies: Dependencies,
    private readonly now: () => number = Date.now,
  ) {}

  /** At most a second old. Never rejects. */
  state(): Promise<Readiness> {
    if (this.last && this.now() - this.last.at < validMs) return this.last.state;
    const state = probeAll(this.dependencies);
    this.last = { at: this.now(), state };
    return state;
  }
}

async function probeAll({ database, store, search, chat }: Dependencies): Promise<Readiness> {
  const dependencies = await Promise.all([
    probe('database', 'down', () => database.check()),
    store.kind === 'memory' ? Promise.resolve(off('cache')) : probe('cache', 'degraded', () => store.check()),
    probe('vectors', 'degraded', () => search.state()),
  ]);
  dependencies.push({ name: 'assistant', state: chat.state, latencyMs: null });
  return { ready: dependencies.every(({ state }) => state !== 'down'), dependencies };
}

function off(name: State['name']): State {
  return { name, state: 'off', latencyMs: null };
}

async function probe(
  name: State['name'],
  whenUnavailable: 'down' | 'degraded',
  check: () => Promise<unknown>,
): Promise<State> {
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${name} did not answer in ${probeTimeoutMs} ms`)),
      probeTimeoutMs,
    );
  });
  try {
    const found = await Promise.race([check(), timeout]);
    return found === 'off'
      ? off(name)
      : { name, state: 'up', latencyMs: Math.round((performance.now() - start) * 10) / 10 };
  } catch {
    return { name, state: whenUnavailable, latencyMs: null };
  } finally {
    clearTimeout(timer);
  }
}
