import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { chatRequest, type ChatEvent } from '../../api/chat';
import { problem } from '../../api/problem';
import { routes } from '../../api/routes';
import type { Shop } from '../context';
import type { ShopApp } from './shop-app';
import { accountOf, visitorOf } from '../http/identity';
import { problemDocument, reportedProblem } from '../http/problems';

/** A comment, which clients leave out. It sends the headers: the model may take seconds to its first word. */
const begun = ': the question was accepted\n\n';

export function chatRoutes(app: ShopApp, { chat, errors }: Shop): void {
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
      // Awaited before the status is sent: what is refused without the model answers 503 instead of a stream.
      const events = await chat.answer({ ...request.body, visitor, signal: left.signal });
      const failed = (error: unknown): ChatEvent => ({
        type: 'error',
        problem: problemDocument(request, reportedProblem(error, request, errors)),
      });
      return reply
        .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
        .type('text/event-stream')
        .send(Readable.from(inRequest(serverSentEvents(events, failed, left.signal)), { objectMode: false }));
    },
  );
}

async function* serverSentEvents(
  events: AsyncIterable<ChatEvent>,
  failed: (error: unknown) => ChatEvent,
  left: AbortSignal,
): AsyncGenerator<string> {
  yield begun;
  try {
    for await (const event of events) yield serverSentEvent(event);
  } catch (error) {
    if (!left.aborted) yield serverSentEvent(failed(error));
  }
}

function serverSentEvent({ type, ...data }: ChatEvent): string {
  return `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** A stream reads in events of the connection; the work behind it belongs to the request all the same. */
function inRequest<T>(generator: AsyncGenerator<T>): AsyncIterable<T> {
  const run = AsyncLocalStorage.snapshot();
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => run(() => generator.next()),
      return: (value?: unknown) => run(() => generator.return(value)),
    }),
  };
}
