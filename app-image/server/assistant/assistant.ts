import type { Product } from '../../api/catalogue';
import { causes, property } from '../error-code';

/** Answers a customer about products that were found for them. */
export interface Assistant {
  readonly kind: 'bedrock' | 'local';
  /**
   * Streams one answer. Rejects with {@link AssistantUnavailable} before the first word, and
   * with {@link AnswerBroken} after it. Stopping the iteration or aborting `signal` ends the call.
   */
  answer(question: Question): AsyncIterable<AnswerPart>;
  /** Known without a call: `degraded` while the circuit is open. */
  readonly state: 'up' | 'degraded';
  /** Why the next question will certainly fail; undefined when only a call can tell. Makes no call. */
  refusal(): AssistantUnavailable | undefined;
}

export interface Question {
  /** Oldest first; the last turn is the customer's message. */
  readonly conversation: readonly Turn[];
  /** Result of the search; an answer may recommend only these products. */
  readonly products: readonly Product[];
  readonly signal: AbortSignal;
}

export interface Turn {
  readonly role: 'customer' | 'assistant';
  readonly text: string;
}

export type AnswerPart =
  | { readonly type: 'text'; readonly delta: string }
  /** Comes once, at the end. */
  | { readonly type: 'usage'; readonly usage: Usage };

export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** No word was answered; the same question may succeed later. */
export class AssistantUnavailable extends Error {
  override readonly name = 'AssistantUnavailable';

  constructor(
    readonly reason: 'throttled' | 'unreachable' | 'circuit open' | 'budget spent',
    /** Seconds after which the client should try again. */
    readonly retryAfterSeconds: number,
    options?: ErrorOptions,
  ) {
    super(`The assistant cannot answer: ${reason}.`, options);
  }
}

/** The answer stopped in the middle; the words before stay valid. */
export class AnswerBroken extends Error {
  override readonly name = 'AnswerBroken';

  constructor(options?: ErrorOptions) {
    super('The answer stopped before it was complete.', options);
  }
}

/** Whether Bedrock refused because of a quota, also inside an answer and as the reason of an open circuit. */
export function isThrottling(error: unknown): boolean {
  return [...causes(error)].some((cause) =>
    /Throttling|TooManyRequests|Quota/.test(String(property(cause, 'name'))),
  );
}
