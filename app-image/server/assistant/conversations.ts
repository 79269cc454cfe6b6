import { z } from 'zod';
import type { Store } from '../cache/store';
import type { Turn } from './assistant';

/** Seconds without a message after which a conversation is deleted. */
const rememberedSeconds = 2 * 3600;
/** Turns that are sent to the model; older ones cost tokens and rarely matter. */
const turnsKept = 12;

const turns = z.array(z.object({ role: z.enum(['customer', 'assistant']), text: z.string() }));

/**
 * Keeps conversations between requests, in the shared store or in the process. The visitor is part
 * of the key, so an id alone does not open a conversation.
 */
export class Conversations {
  constructor(private readonly store: Store) {}

  /** Undefined when the conversation has expired, does not exist, or belongs to another visitor. */
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
