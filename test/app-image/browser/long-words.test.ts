import type { Page } from 'playwright-core';
import { describeWithBrowser, screens } from '../../setup/browser';
import { newCustomer, putSomethingInCart, register } from './customer';
import { shopAndVisitor } from './shop-and-visitor';

jest.setTimeout(120_000);

const word = (length: number) => 'Donaudampfschifffahrt'.repeat(20).slice(0, length);

describeWithBrowser('a word longer than a line makes no page wider than a phone:', () => {
  const here = shopAndVisitor();

  /** Pixels that the page is wider than the screen, for each page where it is. */
  const tooWide: string[] = [];
  async function check(page: Page, name: string): Promise<void> {
    await page.waitForLoadState('networkidle');
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    if (width > screens.phone.width) tooWide.push(`${name} is ${width} px wide`);
  }
  beforeEach(() => here.visitor.page.setViewportSize(screens.phone));
  afterEach(() => expect(tooWide.splice(0)).toEqual([]));

  it('in a search', async () => {
    const { page } = here.visitor;
    await page.goto(`/search?q=${word(200)}`);
    await page.getByRole('heading', { level: 1, name: /^Results for/ }).waitFor();
    await check(page, 'search');
  });

  it('in the name of a product', async () => {
    const { page } = here.visitor;
    await page.route(/\/api\/products/, async (route) => {
      const answer = await (await route.fetch()).text();
      await route.fulfill({
        contentType: 'application/json',
        body: answer.replaceAll(/"name":"[^"]*"/g, `"name":"${word(120)}"`),
      });
    });
    await page.goto('/');
    await page.getByRole('region', { name: 'Products' }).waitFor();
    await check(page, 'products');
    await page.goto('/products/harbour-stoneware-mug');
    await page.getByRole('heading', { name: 'About this product' }).waitFor();
    await check(page, 'product');
  });

  it('in a name and an address', async () => {
    const { page } = here.visitor;
    await putSomethingInCart(page);
    await page.goto('/register?next=/checkout');
    await register(page, { ...newCustomer(), name: word(100) });
    await page.getByLabel('Street and number').fill(word(200));
    await page.getByLabel('Postcode').fill(word(20));
    await page.getByLabel('City').fill(word(100));
    await check(page, 'checkout');
    await page.getByRole('button', { name: 'Place order' }).click();
    await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor();
    await page.getByRole('region', { name: 'Receipt' }).waitFor();
    await check(page, 'order');
    await page.goto('/account');
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await check(page, 'account');
  });
});
