import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Cart, Order } from '../../api/shopping';
import { ProblemError } from '../api/failures';
import type { OrderRequest } from '../api/shop';
import { cartKey } from '../cart/use-cart';
import { orderAddress } from '../navigation/addresses';
import { useShop } from '../session/session-context';
import { leavesOrderOpen, UnansweredOrders, type UnansweredOrder } from './unanswered-order';

export const unansweredOrders = new UnansweredOrders(localStorage);

/** What the order page is told when it is reached from the checkout. */
export interface JustPlaced {
  justPlaced: true;
}

/** What tells one cart from another: products and quantities. */
export function cartFingerprint({ items }: Cart): string {
  return items.map(({ product, quantity }) => `${product.id}×${quantity}`).join(' ');
}

export type OrderToPlace = Omit<UnansweredOrder, 'idempotencyKey'> & { request: OrderRequest };

/** Sends an order, remembers it until it is answered, and goes to its page when it is placed. */
export function usePlaceOrder() {
  const shop = useShop();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  return useMutation({
    mutationFn: async (order: OrderToPlace): Promise<Order> => {
      try {
        return await shop.placeOrder(unansweredOrders.keyFor(order), order.request);
      } catch (error) {
        if (error instanceof ProblemError && !leavesOrderOpen(error.status)) unansweredOrders.answered();
        throw error;
      }
    },
    onSuccess: (order) => {
      unansweredOrders.answered();
      client.setQueryData(['order', order.id], order);
      client.setQueryData<Cart>(cartKey, { items: [], totalCents: 0 });
      const state: JustPlaced = { justPlaced: true };
      navigate(orderAddress(order.id), { replace: true, state });
      void client.invalidateQueries({ queryKey: cartKey });
      void client.invalidateQueries({ queryKey: ['orders'] });
    },
    // Prices or stock may have changed, which is why the server said no.
    onError: () => client.invalidateQueries({ queryKey: cartKey }),
  });
}
