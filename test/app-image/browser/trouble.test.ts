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

describeWithBrowser('in trouble, a customer', () => {
  const here = shopAndVisitor();

  it('whose order got no answer asks again after a reload, and has one order', async () => {
    const { page } = here.visitor;
    const name = await putSomethingInCart(page);
    await page.goto('/register?next=/checkout');
    await register(page, newCustomer());
    await fillAddress(page);
    const notice = page.getByText('Your last order got no answer');
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
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.getByRole('region', { name: 'Receipt' }).getByText(`1 × ${name}`).waitFor();
    await page.goto('/orders');
    await page.getByRole('link', { name: /Order of/ }).waitFor();
    expect(await page.getByRole('link', { name: /Order of/ }).count()).toBe(1);
  });

  it.each([
    [503, 30, 'having a break'],
    [429, 12, 'listen again in 12 seconds'],
  ])(
    'whom the assistant answers with %d is told when to ask again, and may',
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

  it('is told when search knows only the words and not what they mean', async () => {
    const { page } = here.visitor;
    await page.route('**/api/search?*', async (route) => {
      const response = await route.fetch();
      const body: unknown = await response.json();
      await route.fulfill({ response, json: { ...(body as object), mode: 'text' } });
    });
    await page.goto('/search?q=lamp');
    await page.getByText('Search by meaning is having a rest').waitFor();
  });

  it('sees that the shelves did not load, and gets them with one press', async () => {
    const { page } = here.visitor;
    await page.route(/\/api\/products/, refusal(503, 60));
    await page.goto('/');
    await page.getByText('Please try again in 60 seconds').waitFor();
    here.visitor.forgive(/503/);
    await page.unroute(/\/api\/products/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('region', { name: 'Products' }).waitFor();
  });

  it('is told to be offline, and goes on when the network is back', async () => {
    const { page } = here.visitor;
    await page.goto('/');
    await page.getByRole('region', { name: 'Products' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    await page.getByText('You are offline').waitFor();
    await page.context().setOffline(false);
    await page.getByText('You are offline').waitFor({ state: 'detached' });
  });

  it('sees what the server did not accept at the field it is about', async () => {
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
