import { Measurements } from '../../../lib/load-test/measurements';
import type { Call, Visit, Visitor } from '../../../lib/load-test/scenario';
import { OrderAllowance } from '../../../lib/load-test/stock';
import { VirtualCustomer } from '../../../lib/load-test/virtual-customer';
import { someShop } from './some-shop';

const policy = { 'ratelimit-policy': '"reads";q=1200;w=60' };

/** A customer on a visit with these requests, with a clock that the test moves. */
function customerOn(calls: readonly Call[], { measuredFrom = 0 } = {}) {
  const clock = { ms: 0 };
  const visitor: Visitor = {
    shop: someShop,
    allowance: new OrderAllowance(someShop.products),
    random: () => 0,
    accessToken: 'token',
  };
  function* visit(): Visit {
    yield* calls;
  }
  const measurements = new Measurements(1000);
  const customer = new VirtualCustomer({
    visitor,
    firstVisit: visit(),
    options: { orders: false, chat: false },
    origin: 'https://shop.example.com',
    measurements,
    measuredFrom,
    now: () => clock.ms,
  });
  return { customer, visitor, measurements, clock };
}

const list: Call = { step: 'list', path: '/api/products' };
const product: Call = { step: 'product', path: '/api/products/lamp' };
const chat: Call = { step: 'chat', method: 'POST', path: '/api/chat', body: { message: 'Tea?' } };

describe('a request', () => {
  test('that changes something has the headers of a browser', () => {
    const { customer } = customerOn([chat]);
    expect(customer.next()).toEqual({
      method: 'POST',
      path: '/api/chat',
      headers: {
        'user-agent': 'insightshop-load-test',
        accept: 'application/json, application/problem+json',
        'accept-encoding': 'gzip, br',
        'content-type': 'application/json',
        origin: 'https://shop.example.com',
      },
      body: '{"message":"Tea?"}',
    });
  });

  test('without a body says so', () => {
    const { customer } = customerOn([{ step: 'cart-change', method: 'DELETE', path: '/api/cart' }]);
    expect(customer.next().headers).toMatchObject({ 'content-length': '0' });
  });

  test('takes no compressed answer when the visit reads it', () => {
    const { customer } = customerOn([{ ...list, isBodyRead: true }]);
    expect(customer.next().headers).not.toHaveProperty('accept-encoding');
  });

  test('has the cookies of earlier answers', () => {
    const { customer } = customerOn([list, product]);
    customer.next();
    customer.answered(200, '', { 'Set-Cookie': ['visitor=1; Path=/api', 'other=2; Path=/other'] });
    expect(customer.next().headers).toMatchObject({ cookie: 'visitor=1' });
  });

  test('is followed by the next one of the visit, and after the last by another visit', () => {
    const { customer } = customerOn([list, product]);
    const paths = Array.from({ length: 3 }, () => {
      const { path } = customer.next();
      customer.answered(200, '{}', {});
      return path;
    });
    expect(paths).toEqual(['/api/products', '/api/products/lamp', '/']);
  });
});

/** What is counted of one request. */
function countedOf(call: Call, status: number, headers = {}, body = '') {
  const { customer, measurements, clock } = customerOn([call, product]);
  customer.next();
  clock.ms = 40;
  customer.headersArrived();
  clock.ms = 120;
  customer.answered(status, body, headers);
  return { ...measurements.steps[0], causes: measurements.causes, refusals: [...measurements.refusals] };
}

describe('an answer', () => {
  test.each([200, 201, 204, 304])('%d is a success, measured until its last byte', (status) => {
    expect(countedOf(list, status)).toMatchObject({ requests: 1, errors: 0, refused: 0, latencies: [120] });
  });

  test.each([400, 401, 403, 404, 409, 500, 502, 503, 504])('%d is an error', (status) => {
    expect(countedOf(list, status)).toMatchObject({
      errors: 1,
      refused: 0,
      latencies: [],
      causes: [[`list: answer ${status}`, 1]],
    });
  });

  test.each([301, 302, 308])('%d is an error: a browser would be sent elsewhere', (status) => {
    expect(countedOf(list, status)).toMatchObject({ errors: 1, causes: [[`list: redirect ${status}`, 1]] });
  });

  test('429 of the application is refused, and no error', () => {
    expect(countedOf(list, 429, policy)).toMatchObject({
      errors: 0,
      refused: 1,
      latencies: [],
      refusals: ['application'],
    });
  });

  test('429 without the names of the limits is from the firewall', () => {
    expect(countedOf(list, 429, { 'retry-after': '300' })).toMatchObject({
      refused: 1,
      refusals: ['firewall'],
    });
  });

  test('of the chat is measured until its first byte', () => {
    expect(countedOf(chat, 200, {}, 'event: text\ndata: {}\n\nevent: done\ndata: {}\n\n')).toMatchObject({
      errors: 0,
      latencies: [40],
    });
  });

  test('of the chat whose stream broke is an error', () => {
    expect(countedOf(chat, 200, {}, 'event: text\ndata: {}\n\nevent: error\ndata: {}\n\n')).toMatchObject({
      errors: 1,
      causes: [['chat: the stream broke', 1]],
    });
  });

  test('to a request of the warm-up is not counted', () => {
    const { customer, measurements, clock } = customerOn([list, product], { measuredFrom: 1000 });
    customer.next();
    clock.ms = 1500;
    customer.answered(500, '', {});
    expect(measurements.steps).toEqual([]);
    customer.next();
    customer.answered(200, '', {});
    expect(measurements.steps).toHaveLength(1);
  });
});

describe('a visit', () => {
  test.each([429, 500])('ends at an answer %d: its other requests would fail as well', (status) => {
    const { customer } = customerOn([list, product]);
    customer.next();
    customer.answered(status, '', {});
    expect(customer.next().path).toBe('/');
  });

  test('ends with the session when the token is refused', () => {
    const { customer, visitor } = customerOn([list, product]);
    customer.next();
    customer.answered(401, '', {});
    expect(visitor.accessToken).toBeUndefined();
  });
});

describe('a request without an answer', () => {
  test('is an error once the connection sends the next one, with the time that the customer waited', () => {
    const { customer, measurements, clock } = customerOn([list, product]);
    customer.next();
    clock.ms = 900;
    expect(customer.next().path).toBe('/');
    expect(measurements.steps).toEqual([
      { step: 'list', requests: 1, errors: 1, refused: 0, latencies: [900] },
    ]);
    expect(measurements.causes).toEqual([['list: no answer', 1]]);
  });

  test('counts at the end of the run with the time that the customer has waited, and not as an error', () => {
    const { customer, measurements, clock } = customerOn([list]);
    customer.next();
    clock.ms = 1200;
    customer.endRun();
    customer.endRun();
    expect(measurements.steps).toEqual([
      { step: 'list', requests: 1, errors: 0, refused: 0, latencies: [1200] },
    ]);
  });

  test('is not counted at the end of the run after less than a second', () => {
    const { customer, measurements, clock } = customerOn([list]);
    customer.next();
    clock.ms = 999;
    customer.endRun();
    expect(measurements.steps).toEqual([]);
  });
});

describe('the cart of a visit that was cut short', () => {
  const put: Call = { step: 'cart-change', method: 'PUT', path: '/api/cart/items/1', body: { quantity: 1 } };

  test('is emptied, with the cookies of its customer', () => {
    const { customer, visitor } = customerOn([put, list]);
    visitor.accessToken = undefined;
    expect(customer.leftCart()).toBeUndefined();
    customer.next();
    customer.answered(200, '{}', { 'Set-Cookie': 'visitor=1; Path=/api' });
    expect(customer.leftCart()).toMatchObject({
      method: 'DELETE',
      path: '/api/cart',
      headers: { cookie: 'visitor=1' },
    });
  });

  test.each<[what: string, call: Call]>([
    ['emptied it', { step: 'cart-change', method: 'DELETE', path: '/api/cart' }],
    ['ordered it', { step: 'order', method: 'POST', path: '/api/orders', body: {} }],
  ])('is gone once the customer has %s', (_, call) => {
    const { customer } = customerOn([put, call]);
    customer.next();
    customer.answered(200, '{}', {});
    customer.next();
    customer.answered(200, '{}', {});
    expect(customer.leftCart()).toBeUndefined();
  });
});
