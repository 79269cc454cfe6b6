import { source as axeSource, type AxeResults } from 'axe-core';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describeWithBrowser, screens, visit, type Visitor } from '../../setup/browser';
import { fillAddress, newCustomer, putSomethingInCart, register } from './customer';
import { runShop, untilSearchKnowsMeaning, type RunningShop } from './running-shop';

jest.setTimeout(120_000);

/** With `SCREENSHOTS=1`, the test also writes the pages to docs/screenshots. */
const screenshots = process.env.SCREENSHOTS
  ? join(__dirname, '..', '..', '..', 'docs', 'screenshots')
  : undefined;

const looks = (['phone', 'desktop'] as const).flatMap((screen) =>
  (['light', 'dark'] as const).map((colours) => ({ screen, colours })),
);

const pictured = new Set(['desktop-light', 'phone-dark']);

/** The screen as WebP, which takes fewer bytes than the PNG that Playwright makes. */
async function webp(page: Page): Promise<Buffer> {
  const debuggerOfPage = await page.context().newCDPSession(page);
  const { data } = await debuggerOfPage.send('Page.captureScreenshot', { format: 'webp', quality: 75 });
  await debuggerOfPage.detach();
  return Buffer.from(data, 'base64');
}

async function violations(page: Page): Promise<string[]> {
  // Evaluated through the debugger, as the Content-Security-Policy would stop an added script.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeResults>(
    'axe.run(document, { resultTypes: ["violations"] })',
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

describeWithBrowser('every page is accessible, on a phone and a desktop, in light and dark:', () => {
  let shop: RunningShop;
  let visitor: Visitor;

  beforeAll(async () => {
    shop = await runShop();
    await untilSearchKnowsMeaning(shop);
    visitor = await visit(shop.origin);
    if (screenshots) await mkdir(screenshots, { recursive: true });
  });
  afterAll(async () => {
    await visitor.leave();
    await shop.remove();
  });
  afterEach(() => expect(visitor.complaints).toEqual([]));

  const check = async (name: string) => {
    const { page } = visitor;
    const wrong: string[] = [];
    for (const { screen, colours } of looks) {
      const look = `${name}-${screen}-${colours}`;
      await page.setViewportSize(screens[screen]);
      await page.emulateMedia({ colorScheme: colours });
      await page.waitForLoadState('networkidle');
      if (screenshots && pictured.has(`${screen}-${colours}`)) {
        await writeFile(join(screenshots, `${look}.webp`), await webp(page));
      }
      wrong.push(...(await violations(page)).map((violation) => `${look}: ${violation}`));
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      if (width > screens[screen].width) wrong.push(`${look} is ${width} pixels wide`);
    }
    expect(wrong).toEqual([]);
  };

  it('the products', async () => {
    await visitor.page.goto('/');
    await visitor.page.getByRole('region', { name: 'Products' }).waitFor();
    await check('products');
  });

  it('filters that no product matches', async () => {
    await visitor.page.goto('/?minPrice=9000');
    await visitor.page.getByText('No products match these filters').waitFor();
    await check('no-match');
  });

  it('search', async () => {
    await visitor.page.goto('/search?q=tea');
    await visitor.page.getByRole('region', { name: 'Search results' }).waitFor();
    await check('search');
  });

  it('a product', async () => {
    await visitor.page.goto('/?sort=price-desc&inStock=true');
    await visitor.page.getByRole('region', { name: 'Products' }).getByRole('link').first().click();
    await visitor.page.getByRole('button', { name: 'Add to cart', exact: true }).waitFor();
    await check('product');
  });

  it('the chat', async () => {
    const { page } = visitor;
    await page.goto('/');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await check('chat-greeting');
    await page.getByRole('textbox', { name: 'Your question' }).fill('A lamp for a small desk');
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Products found' }).waitFor();
    await page.getByRole('button', { name: 'Send' }).waitFor();
    await check('chat');
  });

  it('the empty cart', async () => {
    await visitor.page.goto('/cart');
    await visitor.page.getByText('Your cart is empty').waitFor();
    await check('cart-empty');
  });

  it('the cart', async () => {
    await putSomethingInCart(visitor.page);
    await visitor.page.goto('/cart');
    await visitor.page.getByRole('list', { name: 'Products in your cart' }).waitFor();
    await check('cart');
  });

  it('the checkout of a guest, and signing in', async () => {
    await visitor.page.goto('/checkout');
    await visitor.page.getByText('Please sign in').waitFor();
    await check('checkout-guest');
    await visitor.page.goto('/sign-in');
    await check('sign-in');
  });

  it('from registering to the order', async () => {
    const { page } = visitor;
    await page.goto('/register?next=/checkout');
    await check('register');
    await register(page, newCustomer());
    await page.getByRole('button', { name: 'Place order' }).waitFor();
    await check('checkout');
    await fillAddress(page);
    await page.getByRole('button', { name: 'Place order' }).click();
    await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor();
    await check('order');
    await page.goto('/orders');
    await page.getByRole('link', { name: /Order of/ }).waitFor();
    await check('orders');
    await page.goto('/account');
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await check('account');
  });

  it('an address without a page', async () => {
    await visitor.page.goto('/nowhere');
    await visitor.page.getByText('Page not found').waitFor();
    await check('not-found');
  });
});
