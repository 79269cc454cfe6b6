import type { Page } from 'playwright-core';
import type { ProductPage } from '../../../app-image/api/catalogue';

/** What the assistant says next, in place of the real answer. */
export interface WrittenAnswer {
  text: string;
  /** Products shown below the text. @default 0 */
  products?: number;
}

/** Answers each question of the page's chat with these texts in turn, and the last one again from then on. */
export async function answerChatWith(page: Page, origin: string, answers: readonly WrittenAnswer[]) {
  const response = await fetch(`${origin}/api/products?limit=6`);
  const { items } = (await response.json()) as ProductPage;
  let asked = 0;
  await page.route('**/api/chat', async (route) => {
    const { text, products = 0 } = answers[Math.min(asked++, answers.length - 1)] ?? { text: '' };
    const events = [
      ['products', { items: items.slice(0, products) }],
      ['text', { delta: text }],
      [
        'done',
        {
          conversationId: '00000000-0000-4000-8000-000000000000',
          usage: { inputTokens: 1, outputTokens: 1 },
        },
      ],
    ] as const;
    await route.fulfill({
      contentType: 'text/event-stream',
      body: events.map(([event, data]) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join(''),
    });
  });
}
