import { AsyncLocalStorage } from 'node:async_hooks';

/** The id of the request that the running code works for; outside of a request there is none. */
const current = new AsyncLocalStorage<string>();

/** Runs `work`, and all that it starts, for the request with this id. */
export function forRequest<T>(id: string, work: () => T): T {
  return current.run(id, work);
}

export function currentRequestId(): string | undefined {
  return current.getStore();
}
