import type { Readiness } from '../api/operations';
import type { Shop } from './context';

type State = Readiness['dependencies'][number];

/** Longest that a dependency may take before it counts as away, in milliseconds. */
const patienceMs = 1500;
/** Load balancers of several zones ask every few seconds; one look serves them all for this long. */
const validMs = 1000;
const looks = new WeakMap<Shop, { at: number; state: Promise<Readiness> }>();

/** Ready means able to sell, and that takes the database alone; everything else may be away. */
export function readinessOf(shop: Shop): Promise<Readiness> {
  const last = looks.get(shop);
  if (last && Date.now() - last.at < validMs) return last.state;
  const state = look(shop);
  looks.set(shop, { at: Date.now(), state });
  return state;
}

async function look({ database, store, search, chat }: Shop): Promise<Readiness> {
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
  whenAway: 'down' | 'degraded',
  check: () => Promise<unknown>,
): Promise<State> {
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const impatience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} did not answer in ${patienceMs} ms`)), patienceMs);
  });
  try {
    const found = await Promise.race([check(), impatience]);
    return found === 'off'
      ? off(name)
      : { name, state: 'up', latencyMs: Math.round((performance.now() - start) * 10) / 10 };
  } catch {
    return { name, state: whenAway, latencyMs: null };
  } finally {
    clearTimeout(timer);
  }
}
