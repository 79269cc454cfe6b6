import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { ChatEvent } from '../../api/chat';
import { productSummary, type Product } from '../../api/catalogue';
import type { Chat, ChatTurn, ProductSearch } from '../context';
import type { Metrics } from '../observability/metrics';
import { AssistantUnavailable, type Assistant, type Question, type Turn, type Usage } from './assistant';
import type { Conversations } from './conversations';
import type { TokenLedger } from './token-ledger';

/** Products that are sent to the model: enough to choose from, few enough to keep the cost low. */
const productsAsked = 6;
/** Average characters per token in English; used when Bedrock sends no count. */
const charactersAToken = 4;

export interface ChatParts {
  readonly assistant: Assistant;
  readonly search: ProductSearch;
  readonly conversations: Conversations;
  readonly ledger: TokenLedger;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** One question and its answer: search, conversation, assistant, ledger. */
export class ShopChat implements Chat {
  constructor(private readonly parts: ChatParts) {}

  get state(): 'up' | 'degraded' | 'off' {
    const { kind, state } = this.parts.assistant;
    return kind === 'local' ? 'off' : state;
  }

  async *answer(turn: ChatTurn): AsyncGenerator<ChatEvent> {
    const { assistant, conversations, ledger, log } = this.parts;
    await ledger.check();
    const { id, earlier } = await this.conversation(turn);
    const conversation: Turn[] = [...earlier, { role: 'customer', text: turn.message }];
    const { products } = await this.parts.search.search(topicOf(conversation), productsAsked, turn.signal);
    const question: Question = { conversation, products, signal: turn.signal };
    let said = '';
    let usage: Usage | undefined;
    try {
      for await (const part of assistant.answer(question)) {
        if (part.type === 'usage') {
          usage = part.usage;
          continue;
        }
        // Not before the first word: an unavailable assistant must answer 503 and not break the stream.
        if (!said) yield { type: 'products', items: products.map((item) => productSummary.parse(item)) };
        said += part.delta;
        yield { type: 'text', delta: part.delta };
      }
      usage ??= estimated(question, said);
      this.watch(said, products);
      yield { type: 'done', conversationId: id, usage };
    } catch (error) {
      if (turn.signal.aborted) return;
      if (error instanceof AssistantUnavailable || !said) throw error;
      log.error({ err: error, conversation: id }, 'the answer stopped before it was complete');
      yield brokenAnswer(id);
    } finally {
      // Also when the customer left in the middle: the words so far cost.
      if (said) {
        await conversations.save(turn.visitor, id, [...conversation, { role: 'assistant', text: said }]);
        await this.record(usage ?? estimated(question, said));
      }
    }
  }

  async close(): Promise<void> {
    // This class opens nothing.
  }

  private async conversation({
    conversationId,
    visitor,
  }: ChatTurn): Promise<{ id: string; earlier: readonly Turn[] }> {
    const earlier = conversationId && (await this.parts.conversations.load(visitor, conversationId));
    return conversationId && earlier ? { id: conversationId, earlier } : { id: randomUUID(), earlier: [] };
  }

  /** A complete answer must not fail because its tokens could not be recorded. */
  private async record(usage: Usage): Promise<void> {
    const { ledger, metrics, log } = this.parts;
    metrics.count('ChatInputTokens', usage.inputTokens);
    metrics.count('ChatOutputTokens', usage.outputTokens);
    try {
      await ledger.record(usage);
    } catch (error) {
      log.error({ err: error, usage }, 'tokens could not be recorded');
    }
  }

  /** The model is instructed to name found products only; a metric counts violations. */
  private watch(said: string, products: readonly Product[]): void {
    const found = new Set(products.map(({ id }) => id));
    const foreign = [...said.matchAll(/\(#(\d+)\)/g)]
      .map(([, id]) => Number(id))
      .filter((id) => !found.has(id));
    if (foreign.length === 0) return;
    this.parts.metrics.count('UnfoundProductsNamed', foreign.length);
    this.parts.log.warn({ foreign }, 'the answer names products that the search did not find');
  }
}

/** A question such as "And a cheaper one?" needs the message before it. */
function topicOf(conversation: readonly Turn[]): string {
  const asked = conversation.filter(({ role }) => role === 'customer').map(({ text }) => text);
  return asked.slice(-2).join(' ').slice(-500);
}

function estimated({ conversation, products }: Question, said: string): Usage {
  const asked = JSON.stringify(conversation).length + JSON.stringify(products).length;
  return {
    inputTokens: Math.ceil(asked / charactersAToken),
    outputTokens: Math.ceil(said.length / charactersAToken),
  };
}

function brokenAnswer(id: string): ChatEvent {
  return {
    type: 'error',
    problem: {
      type: '/problems/answer-broken',
      title: 'Bad Gateway',
      status: 502,
      detail: 'The answer stopped before it was complete. Please ask again.',
      instance: id,
    },
  };
}
