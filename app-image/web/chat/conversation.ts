import type { ProductSummary } from '../../api/catalogue';
import type { ChatEvent } from '../../api/chat';
import { ProblemError } from '../api/failures';

/** One question and its answer. */
export interface Exchange {
  id: number;
  question: string;
  answer: string;
  products: readonly ProductSummary[];
  state: 'waiting' | 'answering' | 'done' | 'stopped' | 'failed';
  error?: unknown;
}

export interface Conversation {
  exchanges: readonly Exchange[];
  /** Sent by the server with the first answer; the next question continues this conversation. */
  conversationId?: string;
}

export type ConversationAction =
  | { type: 'asked'; id: number; question: string }
  | { type: 'arrived'; id: number; event: ChatEvent }
  | { type: 'stopped'; id: number }
  | { type: 'failed'; id: number; error: unknown };

export const emptyConversation: Conversation = { exchanges: [] };

export function converse(conversation: Conversation, action: ConversationAction): Conversation {
  if (action.type === 'asked') {
    const { id, question } = action;
    const asked: Exchange = { id, question, answer: '', products: [], state: 'waiting' };
    // A question that failed is replaced when it is asked again.
    const kept = conversation.exchanges.filter(
      (exchange) => exchange.state !== 'failed' || exchange.answer !== '',
    );
    return { ...conversation, exchanges: [...kept, asked] };
  }
  const exchanges = conversation.exchanges.map((exchange) =>
    exchange.id === action.id ? { ...exchange, ...changes(exchange, action) } : exchange,
  );
  const ended = action.type === 'arrived' && action.event.type === 'done' ? action.event : undefined;
  return { conversationId: ended?.conversationId ?? conversation.conversationId, exchanges };
}

function changes(
  exchange: Exchange,
  action: Exclude<ConversationAction, { type: 'asked' }>,
): Partial<Exchange> {
  switch (action.type) {
    case 'stopped':
      return { state: 'stopped' };
    case 'failed':
      return { state: 'failed', error: action.error };
    case 'arrived':
      return afterEvent(exchange, action.event);
  }
}

function afterEvent(exchange: Exchange, event: ChatEvent): Partial<Exchange> {
  switch (event.type) {
    case 'products':
      return { products: event.items };
    case 'text':
      return { state: 'answering', answer: exchange.answer + event.delta };
    case 'done':
      return { state: 'done' };
    case 'error':
      return { state: 'failed', error: new ProblemError(event.problem) };
  }
}

export function isRunning(exchange: Exchange | undefined): boolean {
  return exchange?.state === 'waiting' || exchange?.state === 'answering';
}
