import {
  AnswerBroken,
  AssistantUnavailable,
  type AnswerPart,
  type Question,
} from '../../../../app-image/server/assistant/assistant';
import { BedrockAssistant } from '../../../../app-image/server/assistant/bedrock-assistant';
import { connectBedrock } from '../../../../app-image/server/embeddings/bedrock';
import { startBedrock, type FakeBedrock, type Reply } from '../../../setup/bedrock';
import { mug } from './products';

const modelId = 'eu.anthropic.claude-haiku-5-5';
const throttled: Reply = { kind: 'refused', status: 429, error: 'ThrottlingException' };

let bedrock: FakeBedrock;
beforeEach(async () => (bedrock = await startBedrock()));
afterEach(() => bedrock.stop());

function assistant(settings: { guardrail?: string; firstWordMs?: number } = {}): BedrockAssistant {
  const client = connectBedrock({ AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL: bedrock.url }, { attempts: 1 });
  return new BedrockAssistant(client, { modelId, ...settings });
}

function question(text = 'Which mug?', signal = new AbortController().signal): Question {
  return { conversation: [{ role: 'customer', text }], products: [mug], signal };
}

async function collect(answer: AsyncIterable<AnswerPart>): Promise<AnswerPart[]> {
  const parts: AnswerPart[] = [];
  for await (const part of answer) parts.push(part);
  return parts;
}

async function failure(answer: AsyncIterable<AnswerPart>): Promise<unknown> {
  return collect(answer).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('a conversation with Bedrock through the real SDK', () => {
  test('the answer comes word by word, the tokens at the end', async () => {
    const usage = { inputTokens: 321, outputTokens: 7 };
    bedrock.usual = { kind: 'answer', words: ['The ', 'Harbour ', 'mug.'], usage };
    expect(await collect(assistant().answer(question()))).toEqual([
      { type: 'text', delta: 'The ' },
      { type: 'text', delta: 'Harbour ' },
      { type: 'text', delta: 'mug.' },
      { type: 'usage', usage },
    ]);
    expect(bedrock.received[0]).toMatchObject({ model: modelId, operation: 'converse-stream' });
  });

  test('no sampling parameter is sent, and the length is bounded', async () => {
    await collect(assistant().answer(question()));
    expect(bedrock.received[0]?.body.inferenceConfig).toEqual({ maxTokens: expect.any(Number) });
  });

  test('a guardrail is applied when one is configured', async () => {
    await collect(assistant({ guardrail: 'gr-1:7' }).answer(question()));
    expect(bedrock.received[0]?.body.guardrailConfig).toMatchObject({
      guardrailIdentifier: 'gr-1',
      guardrailVersion: '7',
    });
    await collect(assistant().answer(question()));
    expect(bedrock.received[1]?.body).not.toHaveProperty('guardrailConfig');
  });
});

describe('when Bedrock is throttled or fails', () => {
  test.each<[string, Reply]>([
    ['throttled', throttled],
    ['throttled inside the stream', { kind: 'throttled in the stream' }],
    ['an internal error', { kind: 'refused', status: 500, error: 'InternalServerException' }],
    ['cut before the first word', { kind: 'cut', words: [] }],
  ])('%s, it is asked again before the first word', async (_, reply) => {
    bedrock.replies.push(reply);
    expect(await collect(assistant().answer(question()))).toHaveLength(3);
    expect(bedrock.received).toHaveLength(2);
  });

  test('still throttled after the retries, the customer is told when to come back', async () => {
    bedrock.usual = throttled;
    const error = await failure(assistant().answer(question()));
    expect(error).toBeInstanceOf(AssistantUnavailable);
    expect(error).toMatchObject({ reason: 'throttled', retryAfterSeconds: 10 });
    expect(bedrock.received).toHaveLength(3);
  });

  test('a request that is refused for good is not repeated', async () => {
    bedrock.usual = { kind: 'refused', status: 400, error: 'ValidationException' };
    expect(await failure(assistant().answer(question()))).toBeInstanceOf(AssistantUnavailable);
    expect(bedrock.received).toHaveLength(1);
  });

  test('five failures in a row open the circuit, and nothing is asked for a while', async () => {
    bedrock.usual = { kind: 'refused', status: 503, error: 'ServiceUnavailableException' };
    const asked = assistant();
    await failure(asked.answer(question()));
    expect(asked.state).toBe('up');
    await failure(asked.answer(question()));
    expect(asked.state).toBe('degraded');
    const calls = bedrock.received.length;
    expect(await failure(asked.answer(question()))).toMatchObject({
      reason: 'circuit open',
      retryAfterSeconds: 20,
    });
    expect(bedrock.received).toHaveLength(calls);
  });

  test('no first word in time counts as away', async () => {
    bedrock.usual = { kind: 'silent', words: [] };
    const error = await failure(assistant({ firstWordMs: 50 }).answer(question()));
    expect(error).toMatchObject({ name: 'AssistantUnavailable', reason: 'unreachable' });
  });
});

describe('when an answer breaks in the middle', () => {
  test.each<[string, Reply]>([
    ['the connection is cut', { kind: 'cut', words: ['One ', 'two '] }],
    ['the model fails', { kind: 'failed', words: ['One ', 'two '] }],
  ])('%s: what came before stands, and nothing is asked again', async (_, reply) => {
    bedrock.replies.push(reply);
    const heard: AnswerPart[] = [];
    const listening = (async () => {
      for await (const part of assistant().answer(question())) heard.push(part);
    })();
    await expect(listening).rejects.toThrow(AnswerBroken);
    expect(heard).toEqual([
      { type: 'text', delta: 'One ' },
      { type: 'text', delta: 'two ' },
    ]);
    expect(bedrock.received).toHaveLength(1);
  });

  test('a customer who leaves ends the call to the model', async () => {
    bedrock.usual = { kind: 'silent', words: ['One '] };
    const leaving = new AbortController();
    const answer = assistant().answer(question('Hi', leaving.signal));
    const listening = (async () => {
      for await (const part of answer) if (part.type === 'text') leaving.abort();
    })();
    await expect(listening).rejects.toThrow();
    await bedrock.callerLeft;
  });

  test('whoever stops listening ends the call as well', async () => {
    bedrock.usual = { kind: 'silent', words: ['One '] };
    for await (const part of assistant().answer(question())) if (part.type === 'text') break;
    await bedrock.callerLeft;
  });
});
