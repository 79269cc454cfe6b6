import { setTimeout as sleep } from 'node:timers/promises';
import type { Assistant } from '../../../../app-image/server/assistant/assistant';
import { Conversations } from '../../../../app-image/server/assistant/conversations';
import { ShopChat } from '../../../../app-image/server/assistant/shop-chat';
import { TokenLedger } from '../../../../app-image/server/assistant/token-ledger';
import { MemoryStore } from '../../../../app-image/server/cache/memory-store';
import { noMetrics } from '../../../../app-image/server/observability/embedded-metrics';
import { silent } from '../../../setup/shop';
import { mug } from './products';

/** Says one word, and after the customer left takes a while to stop, as a connection to Bedrock does. */
const slowToStop: Assistant = {
  kind: 'bedrock',
  state: 'up',
  refusal: () => undefined,
  async *answer({ signal }) {
    yield { type: 'text', delta: 'One word.' };
    await sleep(60_000, undefined, { signal }).catch(() => undefined);
    await sleep(100);
    signal.throwIfAborted();
  },
};

test('a server that closes waits until the words of an answer that its customer left are counted', async () => {
  const counted: Record<string, number> = {};
  const unused = () => Promise.reject(new Error('the database is not part of this test'));
  const chat = new ShopChat({
    assistant: slowToStop,
    search: {
      search: () => Promise.resolve({ products: [mug], mode: 'semantic' as const }),
      state: () => Promise.resolve('off' as const),
      close: () => Promise.resolve(),
    },
    conversations: new Conversations(new MemoryStore()),
    ledger: new TokenLedger({ read: unused, transaction: unused }, 'a model', 0),
    log: silent,
    metrics: {
      ...noMetrics,
      count: (name, value = 1) => void (counted[name] = (counted[name] ?? 0) + value),
    },
  });
  const leaving = new AbortController();
  const events = await chat.answer({ message: 'A mug?', visitor: 'ada', signal: leaving.signal });
  const answer = events[Symbol.asyncIterator]();
  expect(await answer.next()).toMatchObject({ value: { type: 'products' } });
  expect(await answer.next()).toMatchObject({ value: { type: 'text' } });
  const rest = answer.next();
  leaving.abort();
  expect(counted).toEqual({});
  await chat.close();
  expect(counted).toEqual({ ChatInputTokens: expect.any(Number), ChatOutputTokens: 3 });
  expect(await rest).toEqual({ done: true, value: undefined });
});
