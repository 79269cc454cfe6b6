import type { Page } from 'playwright-core';
import { describeWithBrowser } from '../../setup/browser';
import { newCustomer } from './customer';
import { shopAndVisitor } from './shop-and-visitor';

jest.setTimeout(120_000);

/** The name that a screen reader gives to the focused element. */
async function focused(page: Page): Promise<string> {
  return page.evaluate<string>(`
    (() => {
      const element = document.activeElement;
      return element.getAttribute('aria-label') || (element.labels && element.labels[0]?.textContent) || element.textContent || '';
    })()`);
}

/** Presses Tab until the focus is on `name`. Throws after 150 presses. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab');
    const here = (await focused(page)).trim();
    if (name.test(here)) return;
    passed.push(here);
  }
  throw new Error(
    `The Tab key never reached ${String(name)}; it passed ${JSON.stringify(passed.slice(0, 40))}`,
  );
}

async function type(page: Page, field: RegExp, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

describeWithBrowser('with the keyboard alone', () => {
  const here = shopAndVisitor();

  it('a customer buys something', async () => {
    const { page } = here.visitor;
    const customer = newCustomer();
    await page.goto('/?inStock=true');
    await page.getByRole('region', { name: 'Products' }).waitFor();

    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await tabTo(page, /^Add .* to cart$/);
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('is in your cart').waitFor();
    await tabTo(page, /^View cart$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Your cart' }).waitFor();
    expect(await focused(page)).toBe('Your cart');

    await tabTo(page, /^One more$/);
    await page.keyboard.press('Enter');
    await page.getByText('2 items').waitFor();
    await tabTo(page, /^Check out$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Create an account$/);
    await page.keyboard.press('Enter');

    await type(page, /^Name/, customer.name);
    await type(page, /^E-mail/, customer.email);
    await type(page, /^Password/, customer.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Checkout' }).waitFor();

    await type(page, /^Street/, '12 Park Row');
    await type(page, /^Postcode/, 'LS1 5HD');
    await type(page, /^City/, 'Leeds');
    await tabTo(page, /^Place order$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor();
    expect(await focused(page)).toBe('Thank you');
  });

  it('the chat opens with the focus in its field, keeps it inside, and returns it', async () => {
    const { page } = here.visitor;
    await page.goto('/');
    await tabTo(page, /^Ask$/);
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('Your question');
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab');
      // `body` has the focus while it is on the browser's own buttons.
      const inside =
        'document.activeElement === document.body || document.activeElement.closest("dialog") !== null';
      expect(await page.evaluate<boolean>(inside)).toBe(true);
    }
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Ask');
  });

  it('each page focuses its heading, except while a customer types in the search field', async () => {
    const { page } = here.visitor;
    await page.goto('/');
    await page.getByRole('region', { name: 'Products' }).getByRole('link').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add to cart', exact: true }).waitFor();
    expect(await focused(page)).toBe(await page.getByRole('heading', { level: 1 }).innerText());

    await page.getByRole('searchbox').focus();
    await page.keyboard.type('lamp');
    await page.getByRole('region', { name: 'Search results' }).waitFor();
    expect(await focused(page)).toBe('Search products');
  });
});
