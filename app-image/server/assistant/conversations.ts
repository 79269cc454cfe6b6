import { z } from 'zod';
import type { Store } from '../cache/store';
import type { Turn } from './assistant';

/** A conversation is forgotten after this long without a message, in seconds. */
const rememberedSeconds = 2 * 3600;
/** Turns an answer is given with; older ones cost tokens and rarely matter. */
const turnsKept = 12;

const turns = z.array(z.object({ role: z.enum(['customer', 'assistant']), text: z.string() }));

/**
 * Keeps what was said between requests, in the shared store or in the process. The visitor is part
 * of the key, so whoever learns an id continues nothing.
 */
export class Conversations {
  constructor(private readonly store: Store) {}

  /** Nothing when the conversation has expired, never was, or is another visitor's. */
  async load(visitor: string, id: string): Promise<readonly Turn[] | undefined> {
    const text = await this.store.get(keyOf(visitor, id));
    return text === undefined ? undefined : turns.parse(JSON.parse(text));
  }

  async save(visitor: string, id: string, said: readonly Turn[]): Promise<void> {
    await this.store.set(keyOf(visitor, id), JSON.stringify(said.slice(-turnsKept)), rememberedSeconds);
  }
}

function keyOf(visitor: string, id: string): string {
  return `conversation:${visitor}:${id}`;
}
