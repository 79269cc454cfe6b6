import type { OrderRequest } from '../api/shop';

/** An order that was sent, or is about to be, and whose outcome the page does not know yet. */
export interface UnansweredOrder {
  idempotencyKey: string;
  accountId: string;
  request: OrderRequest;
  /** Any text that differs when the cart does. */
  cart: string;
}

const storageKey = 'shop.unanswered-order';

/**
 * Remembers the idempotency key of an order until the server has answered it, through reloads and
 * crashes. The same order sent again keeps its key, so the server makes it one order; another cart or
 * another address is another order and gets a new key.
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

  /** The order of this account to ask about again, if one was left without an answer. */
  of(accountId: string): UnansweredOrder | undefined {
    const text = this.storage.getItem(storageKey);
    if (text === null) return undefined;
    const remembered = JSON.parse(text) as UnansweredOrder;
    return remembered.accountId === accountId ? remembered : undefined;
  }

  /** Call when the server has said yes or no. */
  answered(): void {
    this.storage.removeItem(storageKey);
  }
}

function sameOrder(one: UnansweredOrder, other: Omit<UnansweredOrder, 'idempotencyKey'>): boolean {
  return one.cart === other.cart && JSON.stringify(one.request) === JSON.stringify(other.request);
}

/** Whether an answer with this status leaves open if the order was placed: the server failed, or would not look at it now. */
export function leavesOrderOpen(status: number): boolean {
  return status >= 500 || [401, 408, 425, 429].includes(status);
}
