import { container } from '../../../app-image/contract/paths';
import { jsonOf, must, StepError, type Answer, type Ask } from './answers';

/** What one run of the canary does, in order. A step throws when a customer would feel what it found. */
export interface Step {
  readonly name: string;
  readonly run: (ask: Ask) => Promise<void>;
}

/**
 * What is asked once an hour. The search finds products for it, as for every message, so that Claude Haiku
 * 5.5 reads about 1,500 tokens and writes about 30: $0.0002 at $0.10 and $0.50 per million tokens, $0.12 a month.
 * 24 of the 200 messages that an address may send a day.
 */
const chatQuestion = 'Are you there? Please answer with one short sentence.';

export interface Chosen {
  /** `other` is an image that is not the bundled shop: its pages and routes are not known. */
  readonly application: 'bundled' | 'other';
  /** Path that answers 200 while the application can serve. */
  readonly healthPath: string;
  /** This run also asks the chat. */
  readonly chat: boolean;
}

export function stepsOf({ application, healthPath, chat }: Chosen): Step[] {
  if (application === 'other')
    return [
      { name: 'page', run: anyPage },
      { name: 'health', run: healthy(healthPath) },
    ];
  return [
    { name: 'page', run: (ask) => page(ask, '/') },
    { name: 'search', run: search },
    { name: 'login page', run: (ask) => page(ask, '/sign-in') },
    ...(chat ? [{ name: 'chat', run: converse }] : []),
  ];
}

/** An application may have no page at its root, so any answer but an error of the server is right. */
async function anyPage(ask: Ask): Promise<void> {
  const { status } = await ask('/');
  if (status >= 500) throw new StepError(`/ answered ${status}; it must answer less than 500.`);
}

function healthy(path: string): Step['run'] {
  return async (ask) => void must(path, await ask(path), /^/);
}

/** A page is served, and every script and style sheet that a browser needs to show it. */
async function page(ask: Ask, path: string): Promise<void> {
  const { body } = must(path, await ask(path), /^text\/html/);
  const scripts = addressesIn(body, /<script[^>]*\ssrc="([^"]+)"/g);
  const styles = addressesIn(body, /<link(?=[^>]*rel="stylesheet")[^>]*\shref="([^"]+)"/g);
  if (scripts.length === 0)
    throw new StepError(`${path} has no script; it must have one that shows the page.`);
  await Promise.all([
    ...scripts.map((address) => file(ask, address, /javascript/)),
    ...styles.map((address) => file(ask, address, /^text\/css/)),
  ]);
}

const addressesIn = (html: string, tag: RegExp) =>
  [...html.matchAll(tag)].flatMap(([, address]) => (address === undefined ? [] : [address]));

async function file(ask: Ask, path: string, type: RegExp): Promise<void> {
  const { body } = must(path, await ask(path), type);
  if (body === '') throw new StepError(`${path} is empty.`);
}

/**
 * Searches for the names of products of the catalogue, whatever they are, until one is found: a search by meaning
 * may find nothing for a name that means nothing. A catalogue without a product has nothing to find.
 */
async function search(ask: Ask): Promise<void> {
  const list = '/api/products?limit=3';
  const names = itemsOf(list, await ask(list)).map((product) => nameOf(list, product));
  for (const name of names.length > 0 ? names : ['shop']) {
    const path = `/api/search?${new URLSearchParams({ q: name.slice(0, 200), limit: '3' }).toString()}`;
    if (itemsOf(path, await ask(path)).length > 0) return;
  }
  if (names.length > 0)
    throw new StepError(
      `/api/search found nothing for ${names.map((name) => `"${name}"`).join(', ')}; it must find a product of the catalogue by its name.`,
    );
}

function itemsOf(path: string, answer: Answer): unknown[] {
  const items = fieldOf(jsonOf(path, must(path, answer, /^application\/json/)), 'items');
  if (!Array.isArray(items)) throw new StepError(`${path} has no items; it must have a list of products.`);
  return items;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined;
}

function nameOf(path: string, product: unknown): string {
  const name = fieldOf(product, 'name');
  if (typeof name !== 'string' || name === '') throw new StepError(`${path} has a product without a name.`);
  return name;
}

async function converse(ask: Ask): Promise<void> {
  const path = container.chatPath;
  const { body } = must(path, await ask(path, { json: { message: chatQuestion } }), /^text\/event-stream/);
  const events = [...body.matchAll(/^event: (\w+)$/gm)].map(([, name]) => name);
  if (!events.includes('text') || events.at(-1) !== 'done')
    throw new StepError(
      `${path} ended with ${events.at(-1) ?? 'no event'}; it must answer with text and end with done.`,
    );
}
