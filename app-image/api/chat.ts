import { z } from 'zod';
import { problem } from './problem';
import { productSummary } from './catalogue';
import { text } from './text';

export const chatRequest = z.object({
  message: text({ min: 1, max: 2000, trim: true, lines: true }),
  /** From the `done` event of the previous answer; the server stores the conversation. */
  conversationId: z.uuid().optional(),
});

/** Server-sent events of `POST /api/chat`: the event's name is `type`, its data the rest as JSON. */
export const chatEvent = z.discriminatedUnion('type', [
  /** Result of the catalogue search for the message; the first event. */
  z.object({ type: z.literal('products'), items: z.array(productSummary) }),
  z.object({ type: z.literal('text'), delta: z.string() }),
  z.object({
    type: z.literal('done'),
    conversationId: z.uuid(),
    usage: z.object({ inputTokens: z.number().int(), outputTokens: z.number().int() }),
  }),
  /** The stream broke after it had begun; the earlier events stay valid. */
  z.object({ type: z.literal('error'), problem }),
]);
export type ChatEvent = z.output<typeof chatEvent>;
