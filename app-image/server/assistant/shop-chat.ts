import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { ChatEvent } from '../../api/chat';
import { productSummary, type Product } from '../../api/catalogue';
import type { Chat, ChatTurn, ProductSearch } from '../context';
import type { Metrics } from '../observability/metrics';
import {
  AnswerBroken,
  AssistantUnavailable,
  isThrottling,
  type Assistant,
  type Question,
  type Turn,
  type Usage,
} from './assistant';
import type { Conversations } from './conversations';
import type { AnswerCost } from './model-prices';
import type { TokenLedger } from './token-ledger';

/** Products that are sent to the model: enough to choose from, few enough to keep the cost low. */
const productsAsked = 6;
/** The budget is monthly, but a wait of up to a month helps no customer: they may try again tomorrow. */
const budgetRetrySeconds = 24 * 3600;
/** Average characters per token in English; used when Bedrock sends no count. */
const charactersAToken = 4;

export interface ChatParts {
  readonly assistant: Assistant;
  readonly search: ProductSearch;
  readonly conversations: Conversations;
  readonly ledger: TokenLedger;
  /** @default - the price of the model is not known */
  readonly cost?: AnswerCost;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** One question and its answer: search, conversation, assistant, ledger. */
export class ShopChat implements Chat {
  /** Resolve when an answer is over, with its words saved and its tokens counted. */
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly parts: ChatParts) {}

  get state(): 'up' | 'degraded' | 'off' {
    const { kind, state } = this.parts.assistant;
    return kind === 'local' ? 'off' : state;
  }

  async answer(turn: ChatTurn): Promise<AsyncIterable<ChatEvent>> {
    const refusal = this.parts.assistant.refusal();
    if (refusal) throw this.counted(refusal);
    if ((await this.budgetUsed()) >= 100) throw new AssistantUnavailable('budget spent', budgetRetrySeconds);
    return this.events(turn);
  }

  async close(): Promise<void> {
    await Promise.all(this.running);
  }

  private async *events(turn: ChatTurn): AsyncGenerator<ChatEvent> {
    let end: () => void = () => undefined;
    const running = new Promise<void>((resolve) => (end = resolve));
    this.running.add(running);
    try {
      yield* this.converse(turn);
    } finally {
      this.running.delete(running);
      end();
    }
  }

  private async *converse(turn: ChatTurn): AsyncGenerator<ChatEvent> {
    const { id, earlier } = await this.conversation(turn);
    const conversation: Turn[] = [...earlier, { role: 'customer', text: turn.message }];
    const { products } = await this.parts.search.search(topicOf(conversation), productsAsked, turn.signal);
    const question: Question = { conversation, products, signal: turn.signal };
    let said = '';
    let usage: Usage | undefined;
    try {
      for await (const part of this.parts.assistant.answer(question)) {
        if (part.type === 'usage') {
          usage = part.usage;
          continue;
        }
        // Not before the first word: products without an answer would be a list that nothing explains.
        if (!said) yield { type: 'products', items: products.map((item) => productSummary.parse(item)) };
        said += part.delta;
        yield { type: 'text', delta: part.delta };
      }
      usage ??= estimated(question, said);
      this.watch(said, products);
      yield { type: 'done', conversationId: id, usage };
    } catch (error) {
      if (turn.signal.aborted) return;
      throw this.counted(
        said && !(error instanceof AnswerBroken) ? new AnswerBroken({ cause: error }) : error,
      );
    } finally {
      // Also when the customer left in the middle: the words so far cost.
      if (said) {
        await this.record(usage ?? estimated(question, said));
        const turns: Turn[] = [...conversation, { role: 'assistant', text: said }];
        await this.parts.conversations.save(turn.visitor, id, turns);
      }
    }
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
    const { ledger, metrics, log, cost } = this.parts;
    metrics.count('ChatInputTokens', usage.inputTokens);
    metrics.count('ChatOutputTokens', usage.outputTokens);
    if (cost) metrics.count('ChatCostUsd', cost(usage));
    try {
      await ledger.record(usage);
      await this.budgetUsed();
    } catch (error) {
      log.error({ err: error, usage }, 'tokens could not be recorded');
    }
  }

  /** In percent; 0 without a budget. */
  private async budgetUsed(): Promise<number> {
    const used = await this.parts.ledger.usedPercent();
    if (used !== undefined) this.parts.metrics.set('TokenBudgetPercent', used);
    return used ?? 0;
  }

  /** Counts a failure of the model; other failures, such as one of the database, have their own signs. */
  private counted(error: unknown): unknown {
    if (error instanceof AssistantUnavailable || error instanceof AnswerBroken)
      this.parts.metrics.count(isThrottling(error) ? 'ChatThrottles' : 'ChatErrors');
    return error;
  }

  /** The model is instructed to name found products only; the log shows violations. */
  private watch(said: string, products: readonly Product[]): void {
    const found = new Set(products.map(({ id }) => id));
    const foreign = [...said.matchAll(/\(#(\d+)\)/g)]
      .map(([, id]) => Number(id))
      .filter((id) => !found.has(id));
    if (foreign.length === 0) return;
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
