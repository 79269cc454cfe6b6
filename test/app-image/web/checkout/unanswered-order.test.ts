import { idempotencyKey } from '../../../../app-image/api/shopping';
import { leavesOrderOpen, UnansweredOrders } from '../../../../app-image/web/checkout/unanswered-order';
import { MemoryStorage } from '../memory-storage';

const shipTo = { name: 'Ada', street: '12 Park Row', city: 'Leeds', postcode: 'LS1 5HD', country: 'GB' };
const order = { accountId: 'a1', cart: '7×1', request: { shipTo } };

describe('an order without an answer', () => {
  const storage = new MemoryStorage();
  /** The orders that a page finds after a reload. */
  const reloaded = () => new UnansweredOrders(storage);
  beforeEach(() => storage.entries.clear());

  it('is sent again with the same key, also after a reload', () => {
    const first = reloaded().keyFor(order);
    expect(reloaded().keyFor(order)).toBe(first);
  });

  it('has a key that the server accepts', () => {
    expect(idempotencyKey.safeParse(reloaded().keyFor(order)).success).toBe(true);
  });

  it.each([
    ['the cart differs', { ...order, cart: '7×2' }],
    ['the address differs', { ...order, request: { shipTo: { ...shipTo, city: 'York' } } }],
    ['another customer orders', { ...order, accountId: 'a2' }],
  ])('is another order when %s', (_, other) => {
    const first = reloaded().keyFor(order);
    expect(reloaded().keyFor(other)).not.toBe(first);
  });

  it('is removed once answered: the same cart bought again is a second order', () => {
    const first = reloaded().keyFor(order);
    reloaded().answered();
    expect(reloaded().of('a1')).toBeUndefined();
    expect(reloaded().keyFor(order)).not.toBe(first);
  });

  it('is shown only to the customer who sent it', () => {
    reloaded().keyFor(order);
    expect(reloaded().of('a1')).toMatchObject(order);
    expect(reloaded().of('a2')).toBeUndefined();
  });

  it.each([500, 502, 503, 504, 408, 429, 401])('stays open after status %d', (status) => {
    expect(leavesOrderOpen(status)).toBe(true);
  });

  it.each([400, 404, 409, 422])('is decided by status %d', (status) => {
    expect(leavesOrderOpen(status)).toBe(false);
  });
});
