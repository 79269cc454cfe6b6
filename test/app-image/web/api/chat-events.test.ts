import type { ChatEvent } from '../../../../app-image/api/chat';
import { chatEvents } from '../../../../app-image/web/api/chat-events';
import { UnreachableError } from '../../../../app-image/web/api/failures';

const done = {
  type: 'done',
  conversationId: '6f1c9df2-6a56-4f4b-9a3c-6b1d2f0f7a11',
  usage: { inputTokens: 12, outputTokens: 3 },
} as const;

function wire({ type, ...data }: ChatEvent, newline = '\n'): string {
  return `event: ${type}${newline}data: ${JSON.stringify(data)}${newline}${newline}`;
}

/** The bytes of `text` in pieces of `size` bytes, which can end inside a character. */
function inPieces(text: string, size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) {
        controller.close();
        return;
      }
      controller.enqueue(bytes.slice(at, (at += size)));
    },
  });
}

async function collect(stream: ReadableStream<Uint8Array>): Promise<ChatEvent[]> {
  const events: ChatEvent[] = [];
  for await (const event of chatEvents(stream)) events.push(event);
  return events;
}

describe('the events of a chat answer', () => {
  const told: ChatEvent[] = [
    { type: 'products', items: [] },
    { type: 'text', delta: 'Die Lampe für 20 € – ' },
    { type: 'text', delta: 'zwei Zeilen\n\nund 🍵' },
    done,
  ];

  it.each([1, 2, 7, 64, 100_000])('are the same when the stream is cut every %d bytes', async (size) => {
    expect(await collect(inPieces(told.map((event) => wire(event)).join(''), size))).toEqual(told);
  });

  it('may end their lines with CR LF', async () => {
    expect(await collect(inPieces(told.map((event) => wire(event, '\r\n')).join(''), 5))).toEqual(told);
  });

  it('leave out comments and the types of a newer server', async () => {
    const text = `: still here\n\nevent: mood\ndata: {"colour":"green"}\n\n${wire(done)}`;
    expect(await collect(inPieces(text, 16))).toEqual([done]);
  });

  it('end with a failure when the stream ends before the answer', async () => {
    const heard: ChatEvent[] = [];
    const listen = async () => {
      for await (const event of chatEvents(inPieces(wire({ type: 'text', delta: 'Take the' }), 9)))
        heard.push(event);
    };
    await expect(listen()).rejects.toThrow(UnreachableError);
    expect(heard).toEqual([{ type: 'text', delta: 'Take the' }]);
  });

  it('end with an error that the server reports', async () => {
    const failed: ChatEvent = {
      type: 'error',
      problem: { type: 'about:blank', title: 'Gone', status: 503, instance: 'r1' },
    };
    expect(await collect(inPieces(wire(failed) + wire({ type: 'text', delta: 'never heard' }), 32))).toEqual([
      failed,
    ]);
  });

  it('stop the server when the page reads no further', async () => {
    const cancelled = new Promise<void>((heard) => {
      const endless = new ReadableStream<Uint8Array>({
        pull: (controller) =>
          controller.enqueue(new TextEncoder().encode(wire({ type: 'text', delta: 'and ' }))),
        cancel: () => heard(),
      });
      const listenOnce = async () => {
        for await (const event of chatEvents(endless)) if (event.type === 'text') return;
      };
      void listenOnce();
    });
    await expect(cancelled).resolves.toBeUndefined();
  });
});
