import {
  ConverseStreamCommand,
  type BedrockRuntimeClient,
  type ConverseStreamOutput,
} from '@aws-sdk/client-bedrock-runtime';
import { BrokenCircuitError } from 'cockatiel';
import { OutsideCall } from '../resilience/outside-call';
import { UnavailableError } from '../resilience/unavailable';
import {
  AnswerBroken,
  AssistantUnavailable,
  isThrottling,
  type AnswerPart,
  type Assistant,
  type Question,
} from './assistant';
import { instructions, messagesOf } from './prompt';

export interface BedrockSettings {
  /** Inference profile; newer models refuse a bare model id. */
  readonly modelId: string;
  /** `id:version`. */
  readonly guardrail?: string;
  /** Longest wait for the first word, in milliseconds. @default 15000 */
  readonly firstWordMs?: number;
}

/** The prompt requests 120 words; this bounds the cost of a longer answer. */
const maxTokens = 800;
/** Seconds without calls after five failures in a row. */
const openSeconds = 20;

interface Begun {
  readonly first: ConverseStreamOutput;
  readonly rest: AsyncIterator<ConverseStreamOutput>;
}

/** Claude through Bedrock's ConverseStream. */
export class BedrockAssistant implements Assistant {
  readonly kind = 'bedrock';
  private readonly calls: OutsideCall;
  /** Why the circuit is open. */
  private lastFailure: unknown;

  /** @param client - makes one attempt per call; this class repeats attempts until the first word */
  constructor(
    private readonly client: BedrockRuntimeClient,
    private readonly settings: BedrockSettings,
  ) {
    this.calls = new OutsideCall({
      dependency: 'assistant',
      timeoutMs: settings.firstWordMs ?? 15_000,
      retries: 2,
      openSeconds,
      counts: isFaultOfBedrock,
    });
  }

  get state(): 'up' | 'degraded' {
    return this.calls.open ? 'degraded' : 'up';
  }

  refusal(): AssistantUnavailable | undefined {
    return this.calls.refusing ? this.circuitOpen() : undefined;
  }

  async *answer(question: Question): AsyncGenerator<AnswerPart> {
    const stop = new AbortController();
    const signal = AbortSignal.any([question.signal, stop.signal]);
    try {
      const { first, rest } = await this.begin(question, signal);
      yield* partsOf(first);
      for (let next = await rest.next(); !next.done; next = await rest.next()) yield* partsOf(next.value);
    } catch (error) {
      if (error instanceof AssistantUnavailable || question.signal.aborted) throw error;
      throw new AnswerBroken({ cause: error });
    } finally {
      // When the reader stops, the model must stop as well: every further word would cost.
      stop.abort();
    }
  }

  private async begin(question: Question, signal: AbortSignal): Promise<Begun> {
    try {
      return await this.calls.run((attempt) => this.untilFirstWord(question, signal, attempt), signal);
    } catch (error) {
      if (question.signal.aborted) throw error;
      throw this.unavailable(error);
    }
  }

  private unavailable(error: unknown): AssistantUnavailable {
    const cause = error instanceof UnavailableError ? error.cause : error;
    if (cause instanceof BrokenCircuitError) return this.circuitOpen();
    this.lastFailure = cause;
    return new AssistantUnavailable(isThrottling(cause) ? 'throttled' : 'unreachable', 10, { cause });
  }

  private circuitOpen(): AssistantUnavailable {
    return new AssistantUnavailable('circuit open', openSeconds, { cause: this.lastFailure });
  }

  /** `attempt` is aborted at its time limit and after success; after that only `signal` applies. */
  private async untilFirstWord(
    question: Question,
    signal: AbortSignal,
    attempt: AbortSignal,
  ): Promise<Begun> {
    const call = new AbortController();
    const abort = () => call.abort(attempt.reason);
    attempt.addEventListener('abort', abort, { once: true });
    try {
      const { stream } = await this.client.send(this.command(question), {
        abortSignal: AbortSignal.any([signal, call.signal]),
      });
      if (!stream) throw new Error('Bedrock answered without a stream.');
      const events = stream[Symbol.asyncIterator]();
      for (let next = await events.next(); !next.done; next = await events.next()) {
        if (next.value.contentBlockDelta) return { first: next.value, rest: events };
      }
      throw new Error('Bedrock answered without a word.');
    } finally {
      attempt.removeEventListener('abort', abort);
    }
  }

  /** No sampling parameters: current Claude models are reported to refuse them. */
  private command({ conversation, products }: Question): ConverseStreamCommand {
    const [guardrailIdentifier, guardrailVersion] = this.settings.guardrail?.split(':') ?? [];
    return new ConverseStreamCommand({
      modelId: this.settings.modelId,
      system: [{ text: instructions }],
      messages: messagesOf({ conversation, products }),
      inferenceConfig: { maxTokens },
      guardrailConfig: guardrailIdentifier
        ? { guardrailIdentifier, guardrailVersion, streamProcessingMode: 'sync' }
        : undefined,
    });
  }
}

function* partsOf({ contentBlockDelta, metadata }: ConverseStreamOutput): Generator<AnswerPart> {
  const delta = contentBlockDelta?.delta?.text;
  if (delta) yield { type: 'text', delta };
  if (metadata?.usage) {
    const { inputTokens = 0, outputTokens = 0 } = metadata.usage;
    yield { type: 'usage', usage: { inputTokens, outputTokens } };
  }
}

/** A request that is not valid or not allowed fails again: it is not retried and does not open the circuit. */
function isFaultOfBedrock({ name }: Error): boolean {
  return !['ValidationException', 'AccessDeniedException', 'ResourceNotFoundException'].includes(name);
}
