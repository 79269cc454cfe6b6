import { plainVariables } from '../../../app-image/contract/environment';
import { isPlainTunable } from '../../../lib/deployment/rules/tunable';
import { seeded } from '../../../lib/load-test/random';
import { nextVisit, type Call, type Visitor } from '../../../lib/load-test/scenario';
import { kindOf, stepNames, type StepName } from '../../../lib/load-test/steps';
import { OrderAllowance } from '../../../lib/load-test/stock';
import { someShop } from './some-shop';

const visitorWith = (part: Partial<Visitor> = {}): Visitor => ({
  shop: someShop,
  allowance: new OrderAllowance(someShop.products),
  random: seeded(1),
  ...part,
});

const answers: Partial<Record<StepName, object>> = {
  'sign-up': { accessToken: 'first' },
  session: { accessToken: 'renewed' },
  list: { items: [], next: 'page-2' },
};

/** The requests of one visit, each answered. */
function callsOf(visitor: Visitor, options = { orders: true, chat: true }): readonly Call[] {
  const visit = nextVisit(visitor, options);
  const calls: Call[] = [];
  for (let step = visit.next(); !step.done;) {
    calls.push(step.value);
    step = visit.next({ status: 200, body: JSON.stringify(answers[step.value.step] ?? {}) });
  }
  return calls;
}

const manyVisits = (options: { orders: boolean; chat: boolean }, visitor = visitorWith()) =>
  Array.from({ length: 5000 }, () => callsOf(visitor, options));
/** Without the requests of a page that opens. */
const kinds = (calls: readonly Call[]) =>
  calls.filter(({ step }) => !['page', 'session', 'flags', 'categories', 'list'].includes(step));
const share = (all: readonly (readonly Call[])[], is: (steps: readonly string[]) => boolean) =>
  (100 * all.filter((calls) => is(calls.map(({ step }) => step))).length) / all.length;

describe('of 100 visits', () => {
  const plenty = { ...someShop.products[0], stock: 1_000_000 };
  const visits = manyVisits(
    { orders: true, chat: true },
    visitorWith({ allowance: new OrderAllowance([plenty]) }),
  );

  test.each([
    ['24 search', 24, (steps: readonly string[]) => steps.includes('search')],
    ['12 fill a cart', 12, (steps: readonly string[]) => steps.includes('cart-change')],
    ['4 order', 4, (steps: readonly string[]) => steps.includes('order')],
    ['5 ask the assistant', 5, (steps: readonly string[]) => steps.includes('chat')],
  ])('%s', (_, percent, is) => expect(Math.abs(share(visits, is) - percent)).toBeLessThan(1.2));

  test('every one opens a page first', () => {
    expect(visits.filter(([first]) => first?.step !== 'page' || first.path !== '/')).toEqual([]);
  });

  test('every kind of request occurs', () => {
    const seen = new Set(visits.flat().map(({ step }) => step));
    expect(stepNames.filter((step) => !seen.has(step))).toEqual([]);
  });
});

test('without the options, a run signs nobody up, orders nothing, asks nothing, and leaves no cart', () => {
  const visits = manyVisits({ orders: false, chat: false });
  const changing = visits.flat().filter(({ method = 'GET' }) => method !== 'GET');
  expect(new Set(changing.map(({ step }) => step))).toEqual(new Set(['cart-change']));
  const carts = visits.filter((calls) => calls.some(({ step }) => step === 'cart-change'));
  expect(carts.length).toBeGreaterThan(100);
  expect(carts.filter((calls) => kinds(calls).at(-1)?.method !== 'DELETE')).toEqual([]);
});

describe('a visit with an order', () => {
  const ordering = (visitor: Visitor) => {
    for (;;) {
      const calls = callsOf(visitor);
      if (calls.some(({ step }) => step === 'order')) return calls;
    }
  };

  test('signs up, orders one piece, and starts from an empty cart', () => {
    const calls = kinds(ordering(visitorWith()));
    expect(calls.map(({ step, method = 'GET' }) => `${method} ${step}`)).toEqual([
      'GET product',
      'DELETE cart-change',
      'PUT cart-change',
      'POST sign-up',
      'GET cart',
      'POST order',
      'GET orders',
    ]);
    expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ quantity: 1 });
    expect(calls.find(({ step }) => step === 'order')?.headers?.authorization).toBe('Bearer first');
  });

  test('of a customer who has signed up renews the session instead, as a page that opens does', () => {
    const calls = ordering(visitorWith({ accessToken: 'old' }));
    expect(calls.map(({ step }) => step)).not.toContain('sign-up');
    expect(calls[1]).toMatchObject({ step: 'session', path: '/api/sessions/refresh' });
    expect(calls.find(({ step }) => step === 'order')?.headers?.authorization).toBe('Bearer renewed');
  });

  test('has an idempotency key of its own', () => {
    const keys = [1, 2].map(
      () => ordering(visitorWith()).find(({ step }) => step === 'order')?.headers?.['idempotency-key'],
    );
    expect(new Set(keys).size).toBe(2);
    expect(keys[0]).toMatch(/^[\w-]{16,64}$/);
  });

  test('becomes one with a cart when the run may order no more', () => {
    const visits = manyVisits({ orders: true, chat: true });
    const orders = visits.filter((calls) => calls.some(({ step }) => step === 'order'));
    // A tenth of 30, 10 and 9 pieces: 3 + 1 + 0.
    expect(orders).toHaveLength(4);
    expect(share(visits, (steps) => steps.includes('cart-change'))).toBeGreaterThan(10);
  });
});

describe('the stock', () => {
  test('gives one piece at a time, of the product with the most left, and at most a tenth of each', () => {
    const allowance = new OrderAllowance(someShop.products);
    expect(allowance.left).toBe(4);
    const taken = Array.from({ length: 5 }, () => allowance.take());
    expect(taken.slice(0, 2)).toEqual([1, 1]);
    expect([...taken].sort()).toEqual([1, 1, 1, 2, undefined]);
    expect(allowance.left).toBe(0);
  });
});

test('every limit that a step names is a setting that a deployment file can state', () => {
  const named = new Set(stepNames.flatMap((step) => kindOf(step).limitedBy));
  expect([...named].filter((name) => !isPlainTunable(name))).toEqual([]);
  expect([...named].sort()).toEqual(
    Object.keys(plainVariables)
      .filter((name) => name.startsWith('RATE_LIMIT_'))
      .sort(),
  );
});
