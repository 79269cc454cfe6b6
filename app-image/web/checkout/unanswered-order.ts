import type { OrderRequest } from '../api/shop';

/** An order that was sent, or is about to be sent, and whose outcome is unknown. */
export interface UnansweredOrder {
  idempotencyKey: string;
  accountId: string;
  request: OrderRequest;
  /** A text that differs for each content of the cart. */
  cart: string;
}

const storageKey = 'shop.unanswered-order';

/**
 * Stores the idempotency key of an order until the server has answered, also through reloads and crashes.
 * The same order sent again has the same key, so the server places it once. Another cart or another
 * address is another order and gets a new key.
 */
export class UnansweredOrders {
  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
    private readonly newKey: () => string = () => crypto.randomUUID(),
  ) {}

  /** The key to send this order with; call it before sending. */
  keyFor(order: Omit<UnansweredOrder, 'idempotencyKey'>): string {
    const remembered = this.of(order.accountId);
    if (remembered && sameOrder(remembered, order)) return remembered.idempotencyKey;
    const idempotencyKey = this.newKey();
    this.storage.setItem(storageKey, JSON.stringify({ ...order, idempotencyKey }));
    return idempotencyKey;
  }

  /** The order of this account that has no answer, if there is one. */
  of(accountId: string): UnansweredOrder | undefined {
    const text = this.storage.getItem(storageKey);
    if (text === null) return undefined;
    const remembered = JSON.parse(text) as UnansweredOrder;
    return remembered.accountId === accountId ? remembered : undefined;
  }

  /** Call when the server has accepted or refused the order. */
  answered(): void {
    this.storage.removeItem(storageKey);
  }
}

function sameOrder(one: UnansweredOrder, other: Omit<UnansweredOrder, 'idempotencyKey'>): boolean {
  return one.cart === other.cart && JSON.stringify(one.request) === JSON.stringify(other.request);
}

/** Whether it is unknown after this status if the order was placed: the server failed, or did not process the request. */
export function leavesOrderOpen(status: number): boolean {
  return status >= 500 || [401, 408, 425, 429].includes(status);
}
