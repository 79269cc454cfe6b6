import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';

export interface Customer {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export function newCustomer(): Customer {
  return { name: 'Ada Lovelace', email: `${randomUUID()}@example.test`, password: 'three quiet words' };
}

/** Fills in the open registration form and sends it. */
export async function register(page: Page, { name, email, password }: Customer): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
}

/** Fills in the open sign-in form and sends it. */
export async function signIn(page: Page, { email, password }: Customer): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
}

export async function fillAddress(page: Page): Promise<void> {
  await page.getByLabel('Street and number').fill('12 Park Row');
  await page.getByLabel('Postcode').fill('LS1 5HD');
  await page.getByLabel('City').fill('Leeds');
}

/** Puts the first product of the shop in stock into the cart; its name. */
export async function putSomethingInCart(page: Page): Promise<string> {
  await page.goto('/?inStock=true&sort=price-asc');
  const add = page.getByRole('button', { name: /^Add .* to cart$/ }).first();
  const name = ((await add.getAttribute('aria-label')) ?? '').replace(/^Add (.*) to cart$/, '$1');
  await add.click();
  await page.getByRole('status').getByText(`${name} is in your cart`).waitFor();
  return name;
}
