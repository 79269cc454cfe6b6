import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { ChatEvent } from '../../api/chat';
import { UnreachableError } from './failures';

const known: Readonly<Record<ChatEvent['type'], true>> = {
  products: true,
  text: true,
  done: true,
  error: true,
};

/**
 * The events of one answer as they arrive. Ends after `done` or `error`; a stream that stops before
 * throws `UnreachableError`. Events of an unknown type are left out, so that a newer server may send
 * more types than an older page reads.
 */
export async function* chatEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ChatEvent> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) throw new UnreachableError('The answer ended before it was complete');
      const event = parse(value.event, value.data);
      if (event) yield event;
      if (event?.type === 'done' || event?.type === 'error') return;
    }
  } finally {
    // Closing the stream early also stops the model, which costs money.
    await reader.cancel().catch(() => undefined);
  }
}

function parse(type: string | undefined, data: string): ChatEvent | undefined {
  if (!type || !Object.hasOwn(known, type)) return undefined;
  return { ...(JSON.parse(data) as object), type } as ChatEvent;
}
