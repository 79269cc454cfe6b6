import type { Locator, Page } from 'playwright-core';
import { describeWithBrowser } from '../../setup/browser';
import { answerChatWith } from './chat-answers';
import { shopAndVisitor } from './shop-and-visitor';

jest.setTimeout(120_000);

const long = `https://shop.example/${'a-very-long-path-without-a-break'.repeat(12)}`;
const answers = [
  { text: 'A short answer.', products: 2 },
  {
    text: `${'A paragraph of an answer that goes on for some lines. '.repeat(12)}\n\n`.repeat(4),
    products: 6,
  },
  { text: `${long}\n\n${'x'.repeat(600)}`, products: 1 },
];
const questions = ['A gift', 'Tell me everything', long, 'q'.repeat(1_000)];

/** Viewports of a phone upright and on its side, of a desktop, and of a phone while its keyboard is open. */
const viewports = [
  { name: 'a phone', width: 390, height: 664 },
  { name: 'a phone with its keyboard open', width: 390, height: 330 },
  { name: 'a phone on its side', width: 664, height: 390 },
  { name: 'a phone on its side with its keyboard open', width: 664, height: 180 },
  { name: 'a small phone', width: 320, height: 480 },
  { name: 'a desktop', width: 1280, height: 800 },
];

/** What these tests read of an element; they run in Node, whose types know no page. */
interface PageElement {
  getBoundingClientRect(): { left: number; top: number; width: number; height: number };
  contains(other: unknown): boolean;
  readonly ownerDocument: {
    elementFromPoint(x: number, y: number): unknown;
    readonly activeElement: unknown;
  };
  readonly scrollTop: number;
  readonly scrollLeft: number;
  readonly scrollWidth: number;
  readonly clientWidth: number;
}

const hasFocus = (element: PageElement) => element.ownerDocument.activeElement === element;

/** Why a customer could not press this: it lies outside the screen, or something lies on it. Empty when they could. */
async function outOfReach(page: Page, control: Locator): Promise<string[]> {
  const name = (await control.getAttribute('aria-label')) ?? 'control';
  const box = await control.boundingBox();
  const size = page.viewportSize();
  if (!box || !size) return [`${name} is not shown`];
  const inside =
    box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height;
  if (!inside) return [`${name} is outside the screen: ${JSON.stringify(box)}`];
  const onTop = await control.evaluate((element: PageElement) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(element.ownerDocument.elementFromPoint(left + width / 2, top + height / 2));
  });
  return onTop ? [] : [`${name} is covered`];
}

describeWithBrowser('the chat keeps its header, its close button and its field on the screen of', () => {
  const here = shopAndVisitor();
  const chatOf = (page: Page) => {
    const dialog = page.getByRole('dialog', { name: 'Ask the assistant' });
    return {
      dialog,
      heading: dialog.getByRole('heading', { name: 'Ask the assistant' }),
      close: dialog.getByRole('button', { name: 'Close the chat' }),
      field: dialog.getByRole('textbox', { name: 'Your question' }),
      send: dialog.getByRole('button', { name: 'Send' }),
      log: dialog.getByRole('region', { name: 'Conversation' }),
    };
  };

  async function problems(page: Page): Promise<string[]> {
    const { dialog, close, field, send, log } = chatOf(page);
    const unreachable = await Promise.all([close, field, send].map((control) => outOfReach(page, control)));
    const scrolled = await dialog.evaluate(
      ({ scrollTop, scrollLeft }: PageElement) => scrollTop + scrollLeft,
    );
    const wider = await log.evaluate(
      ({ scrollWidth, clientWidth }: PageElement) => scrollWidth - clientWidth,
    );
    return [
      ...unreachable.flat(),
      ...(scrolled === 0 ? [] : [`the dialog is scrolled by ${scrolled} pixels`]),
      ...(wider === 0 ? [] : [`the conversation is ${wider} pixels too wide`]),
    ];
  }

  it.each(viewports)('$name, however long the conversation gets', async ({ width, height }) => {
    const { page } = here.visitor;
    await page.setViewportSize({ width, height });
    await answerChatWith(page, here.shop.origin, answers);
    await page.goto('/');
    const opener = page.getByRole('button', { name: 'Ask', exact: true });
    await opener.click();
    const { dialog, heading, close, field, log } = chatOf(page);
    const wrong: string[] = (await problems(page)).map((problem) => `at first: ${problem}`);
    for (const [index, question] of questions.entries()) {
      await field.fill(question);
      await page.keyboard.press('Enter');
      const answer = log.locator('.exchange').nth(index).locator('.answer');
      await answer.waitFor();
      await page.waitForTimeout(100);
      wrong.push(...(await problems(page)).map((problem) => `after question ${index + 1}: ${problem}`));
      const [answerBox, logBox] = [await answer.boundingBox(), await log.boundingBox()];
      const start = (answerBox?.y ?? NaN) - (logBox?.y ?? NaN);
      // At least the first line of the newest answer can be read.
      if (!(start >= 0 && start + 20 <= (logBox?.height ?? 0)))
        wrong.push(`answer ${index + 1} starts ${start} px below the top of ${logBox?.height ?? 0} px`);
    }
    expect(wrong).toEqual([]);
    expect((await heading.boundingBox())?.y).toBeGreaterThanOrEqual(0);

    await close.click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await opener.evaluate(hasFocus)).toBe(true);
  });

  it('a phone while a long question is being written', async () => {
    const { page } = here.visitor;
    await page.setViewportSize({ width: 664, height: 180 });
    await page.goto('/');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await chatOf(page).field.fill('A lamp for a small desk. '.repeat(70));
    expect(await problems(page)).toEqual([]);
  });

  it('an iPhone, whose keyboard covers the page instead of making it smaller', async () => {
    const { page } = here.visitor;
    await page.setViewportSize({ width: 390, height: 664 });
    await page.goto('/');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    const { dialog } = chatOf(page);
    const keyboard = async (visible: { height: number; offsetTop: number }) => {
      await page.evaluate(`
        for (const [name, value] of Object.entries(${JSON.stringify(visible)}))
          Object.defineProperty(visualViewport, name, { value, configurable: true });
        visualViewport.dispatchEvent(new Event('resize'))`);
      return dialog.boundingBox();
    };
    expect(await keyboard({ height: 330, offsetTop: 40 })).toMatchObject({ y: 40, height: 330 });
    expect(await keyboard({ height: 664, offsetTop: 0 })).toMatchObject({ y: 0, height: 664 });
  });

  it('a phone with a notch on the side of the close button', async () => {
    const { page } = here.visitor;
    await page.setViewportSize({ width: 664, height: 390 });
    await page.goto('/');
    const notch = await page.context().newCDPSession(page);
    await notch.send('Emulation.setSafeAreaInsetsOverride', { insets: { top: 20, right: 47, bottom: 21 } });
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    const { close, send } = chatOf(page);
    for (const control of [close, send]) {
      const box = await control.boundingBox();
      expect((box?.x ?? NaN) + (box?.width ?? NaN)).toBeLessThanOrEqual(664 - 47);
      expect(box?.y).toBeGreaterThanOrEqual(20);
      expect((box?.y ?? NaN) + (box?.height ?? NaN)).toBeLessThanOrEqual(390 - 21);
    }
  });
});

describeWithBrowser('the focus stays in the chat', () => {
  const here = shopAndVisitor();

  it('when a question is asked again, and its notice disappears', async () => {
    const { page } = here.visitor;
    await page.route('**/api/chat', (route) => route.fulfill({ status: 503 }));
    await page.goto('/');
    await page.getByRole('button', { name: 'A lamp for a small desk' }).click();
    const again = page.getByRole('button', { name: 'Ask again' });
    await again.waitFor();
    here.visitor.forgive(/503/);
    await page.unroute('**/api/chat');
    await answerChatWith(page, here.shop.origin, [{ text: 'A lamp.' }]);
    await again.focus();
    await page.keyboard.press('Enter');
    await page.locator('.answer').waitFor();
    expect(await page.getByRole('region', { name: 'Conversation' }).evaluate(hasFocus)).toBe(true);
  });
});
