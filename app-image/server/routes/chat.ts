import { Readable } from 'node:stream';
import { z } from 'zod';
import { chatRequest, type ChatEvent } from '../../api/chat';
import { problem } from '../../api/problem';
import { routes } from '../../api/routes';
import type { Shop } from '../context';
import type { ShopApp } from './shop-app';
import { accountOf, visitorOf } from '../http/identity';

export function chatRoutes(app: ShopApp, { chat, metrics }: Shop): void {
  app.post(
    routes.chat,
    {
      config: { limit: 'chat' },
      compress: false,
      schema: {
        tags: ['Chat'],
        summary: 'Ask the assistant; answers with a stream of events',
        body: chatRequest,
        // Not serialized: events are written as they come.
        response: { 200: z.unknown(), 429: problem, 503: problem },
      },
    },
    async (request, reply) => {
      const visitor = (await accountOf(request)) ?? visitorOf(request, reply);
      const left = new AbortController();
      reply.raw.once('close', () => left.abort());
      const events = chat.answer({ ...request.body, visitor, signal: left.signal })[Symbol.asyncIterator]();
      // Awaited before the status is sent: an unavailable assistant answers 503 instead of a broken stream.
      const first = await events.next();
      metrics.count('ChatAnswers');
      return reply
        .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
        .type('text/event-stream')
        .send(Readable.from(serverSentEvents(first, events), { objectMode: false }));
    },
  );
}

async function* serverSentEvents(
  first: IteratorResult<ChatEvent>,
  rest: AsyncIterator<ChatEvent>,
): AsyncGenerator<string> {
  for (let next = first; !next.done; next = await rest.next()) {
    const { type, ...data } = next.value;
    yield `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
  }
}
