import type { Route } from 'playwright-core';
import { describeWithBrowser } from '../../setup/browser';
import { fillAddress, newCustomer, putSomethingInCart, register } from './customer';
import { shopAndVisitor } from './shop-and-visitor';

jest.setTimeout(120_000);

function refusal(status: number, retryAfterSeconds: number) {
  return (route: Route) =>
    route.fulfill({
      status,
      headers: { 'retry-after': String(retryAfterSeconds) },
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'about:blank', title: 'No', status, instance: 'r' }),
    });
}

describeWithBrowser('when something fails, a customer', () => {
  const here = shopAndVisitor();

  it('whose order got no answer sends it again after a reload, and has one order', async () => {
    const { page } = here.visitor;
    const name = await putSomethingInCart(page);
    await page.goto('/register?next=/checkout');
    await register(page, newCustomer());
    await fillAddress(page);
    const notice = page.getByText('Your last order is not confirmed');
    let toldTooEarly = 0;
    // The server places the order, and its answer is lost on the way.
    await page.route('**/api/orders', async (route) => {
      await route.fetch();
      toldTooEarly += await notice.count();
      await route.abort();
    });
    await page.getByRole('button', { name: 'Place order' }).click();
    await notice.waitFor();
    expect(toldTooEarly).toBe(0);
    here.visitor.forgive(/ERR_FAILED/);

    await page.unroute('**/api/orders');
    await page.reload();
    await notice.waitFor();
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByRole('region', { name: 'Receipt' }).getByText(`1 × ${name}`).waitFor();
    await page.goto('/orders');
    await page.getByRole('link', { name: /Order of/ }).waitFor();
    expect(await page.getByRole('link', { name: /Order of/ }).count()).toBe(1);
  });

  it.each([
    [503, 30, 'not available right now'],
    [429, 12, 'ask again in 12 seconds'],
  ])(
    'whom the assistant answers with %d reads when to ask again, and can',
    async (status, seconds, words) => {
      const { page } = here.visitor;
      await page.route('**/api/chat', refusal(status, seconds));
      await page.goto('/');
      await page.getByRole('button', { name: 'A lamp for a small desk' }).click();
      const chat = page.getByRole('dialog', { name: 'Ask the assistant' });
      await chat.locator('.notice').getByText(words).waitFor();
      here.visitor.forgive(new RegExp(String(status)));

      await page.unroute('**/api/chat');
      await chat.getByRole('button', { name: 'Ask again' }).click();
      await chat.getByRole('list', { name: 'Products found' }).waitFor();
      await chat.locator('.notice').waitFor({ state: 'detached' });
    },
  );

  it('stops an answer that takes too long', async () => {
    const { page } = here.visitor;
    await page.route('**/api/chat', () => undefined);
    await page.goto('/');
    await page.getByRole('button', { name: 'A lamp for a small desk' }).click();
    await page.getByRole('button', { name: 'Stop the answer' }).click();
    await page.getByText('You stopped this answer').waitFor();
  });

  it.each([
    [0, 'Now sold out. Please remove it.'],
    [1, 'Only 1 left. Please reduce the quantity.'],
  ])('with more in the cart than the %d in stock reads what to do', async (stock, words) => {
    const { page } = here.visitor;
    await putSomethingInCart(page);
    await page.route('**/api/cart', async (route) => {
      const answer = await (await route.fetch()).text();
      await route.fulfill({
        contentType: 'application/json',
        body: answer
          .replaceAll(/"stock":\d+/g, `"stock":${stock}`)
          .replaceAll(/"quantity":\d+/g, '"quantity":2'),
      });
    });
    await page.goto('/cart');
    await page.getByRole('list', { name: 'Products in your cart' }).getByText(words).waitFor();
  });

  it('reads that search works by words only', async () => {
    const { page } = here.visitor;
    await page.route('**/api/search?*', async (route) => {
      const response = await route.fetch();
      const body: unknown = await response.json();
      await route.fulfill({ response, json: { ...(body as object), mode: 'text' } });
    });
    await page.goto('/search?q=lamp');
    await page.getByText('Search by meaning is not available').waitFor();
  });

  it('sees that the products did not load, and loads them with one press', async () => {
    const { page } = here.visitor;
    await page.route(/\/api\/products/, refusal(503, 60));
    await page.goto('/');
    await page.getByText('Please try again in 60 seconds').waitFor();
    here.visitor.forgive(/503/);
    await page.unroute(/\/api\/products/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('region', { name: 'Products' }).waitFor();
  });

  it('reads that the device is offline, until the network is back', async () => {
    const { page } = here.visitor;
    await page.goto('/');
    await page.getByRole('region', { name: 'Products' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    await page.getByText('You are offline').waitFor();
    await page.context().setOffline(false);
    await page.getByText('You are offline').waitFor({ state: 'detached' });
  });

  it('sees a message of the server at the field that it belongs to', async () => {
    const { page } = here.visitor;
    await page.goto('/register');
    await register(page, { ...newCustomer(), email: 'ada@localhost' });
    const field = page.getByLabel('E-mail');
    await page.locator('.field-problem').waitFor();
    here.visitor.forgive(/400/);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await page.evaluate<string>('document.activeElement.name')).toBe('email');
  });
});
