import { describeWithBrowser } from '../../setup/browser';
import { fillAddress, newCustomer, putSomethingInCart, register, signIn } from './customer';
import { untilSearchKnowsMeaning } from './running-shop';
import { shopAndVisitor } from './shop-and-visitor';

jest.setTimeout(120_000);

describeWithBrowser('a customer', () => {
  const here = shopAndVisitor();

  it('finds products while typing, and the address holds the words', async () => {
    const { page } = here.visitor;
    await page.goto('/');
    await page.getByRole('searchbox', { name: 'Search products' }).pressSequentially('something to brew tea');
    await page.waitForURL(/q=something\+to\+brew\+tea/);
    const results = page.getByRole('region', { name: 'Search results' });
    await results
      .getByRole('heading', { name: /tea|kettle/i })
      .first()
      .waitFor();
    const found = await results.getByRole('heading').allTextContents();

    await page.reload();
    await results.getByRole('heading', { name: found[0], exact: true }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('something to brew tea');
  });

  it('finds products whose texts share no word with the description', async () => {
    const { page } = here.visitor;
    await untilSearchKnowsMeaning(here.shop);
    await page.goto('/search?q=footwear+for+jogging');
    const results = page.getByRole('region', { name: 'Search results' });
    await results
      .getByRole('heading', { name: /shoes|sneakers/i })
      .first()
      .waitFor();
    expect(await page.getByText('Search by meaning is not available').count()).toBe(0);
  });

  it('filters the products, and sees more of them page by page', async () => {
    const { page } = here.visitor;
    await page.goto('/');
    const names = page.getByRole('region', { name: 'Products' }).getByRole('heading');
    await names.nth(23).waitFor();
    await page.getByRole('button', { name: 'Show more' }).click();
    await names.nth(24).waitFor();
    expect(new Set(await names.allTextContents()).size).toBe(await names.count());

    await page
      .getByRole('navigation', { name: 'Categories' })
      .getByRole('link', { name: /^Kitchen/ })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Kitchen' }).waitFor();
    await page.getByLabel('Sort by').selectOption('price-asc');
    await page.waitForURL(/category=kitchen.*sort=price-asc/);
    await page.locator('[aria-busy=false]').waitFor();
    const prices = await page.locator('.card-price').allTextContents();
    const numbers = prices.map((text) => Number(/[\d.]+/.exec(text.replace(',', ''))?.[0]));
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
  });

  it('asks the assistant, sees products, and adds one to the cart from the chat', async () => {
    const { page } = here.visitor;
    await page.goto('/');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    const chat = page.getByRole('dialog', { name: 'Ask the assistant' });
    await chat.getByRole('textbox', { name: 'Your question' }).fill('A warm blanket for the sofa');
    await page.keyboard.press('Enter');
    const found = chat.getByRole('list', { name: 'Products found' });
    await found.getByRole('link').first().waitFor();
    await chat.getByRole('button', { name: 'Send' }).waitFor();
    expect((await chat.locator('.answer').innerText()).length).toBeGreaterThan(10);

    await found
      .getByRole('button', { name: /^Add .* to cart$/ })
      .first()
      .click();
    await chat.getByRole('status').getByText('is in your cart').waitFor();
    await found.getByRole('link').first().click();
    await chat.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Add to cart', exact: true }).waitFor();
  });

  it('buys, and finds the order again after a reload, a crash of the server, and a new sign-in', async () => {
    const { page } = here.visitor;
    const customer = newCustomer();
    const name = await putSomethingInCart(page);
    await page.getByRole('link', { name: 'View cart' }).first().click();
    await page.getByRole('link', { name: 'Check out' }).click();
    await page.getByRole('link', { name: 'Create an account' }).click();
    await register(page, customer);
    await fillAddress(page);
    await page.getByRole('button', { name: 'Place order' }).click();
    await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor();
    const receipt = page.getByRole('region', { name: 'Receipt' });
    await receipt.getByText(`1 × ${name}`).waitFor();
    const order = await receipt.getByText('Order number').innerText();

    await page.reload();
    await receipt.getByText(order).waitFor();

    await here.shop.kill();
    await here.shop.start();
    await page.goto('/account');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(here.shop.origin + '/');
    await page.goto('/orders');
    await page.getByRole('link', { name: 'Sign in' }).last().click();
    await signIn(page, customer);
    await page.getByRole('link', { name: /Order of/ }).click();
    await receipt.getByText(order).waitFor();
  });

  it('R4: presses of a quantity in a row are one request, also when the customer leaves the page at once', async () => {
    const { page } = here.visitor;
    await putSomethingInCart(page);
    const sent: unknown[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PUT') sent.push(request.postDataJSON());
    });
    await page.goto('/cart');
    const more = page.getByRole('button', { name: 'One more' });
    for (let presses = 0; presses < 3; presses++) await more.click();
    await page.getByText('4 items').waitFor();
    expect(sent).toEqual([{ quantity: 4 }]);

    const answered = page.waitForResponse((response) => response.request().method() === 'PUT');
    await page.getByRole('button', { name: 'One less' }).click();
    await page.getByRole('link', { name: 'Continue shopping' }).click();
    expect((await answered).ok()).toBe(true);
    expect(sent).toEqual([{ quantity: 4 }, { quantity: 3 }]);
    await page.goto('/cart');
    await page.getByText('3 items').waitFor();
  });

  it('keeps the cart of a guest after signing in', async () => {
    const { page } = here.visitor;
    const name = await putSomethingInCart(page);
    await page.goto('/register');
    await register(page, newCustomer());
    await page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor();
    await page.goto('/cart');
    await page
      .getByRole('list', { name: 'Products in your cart' })
      .getByRole('link', { name, exact: true })
      .waitFor();
  });
});
