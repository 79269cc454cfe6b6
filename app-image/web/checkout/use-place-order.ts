import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Cart, Order } from '../../api/shopping';
import { ProblemError } from '../api/failures';
import type { OrderRequest } from '../api/shop';
import { cartKey } from '../cart/use-cart';
import { orderAddress } from '../navigation/addresses';
import { useShop, useUnansweredOrders } from '../session/session-context';
import { leavesOrderOpen, type UnansweredOrder } from './unanswered-order';

/** History state of the order page when the checkout opens it. */
export interface JustPlaced {
  justPlaced: true;
}

/** Products and quantities as a text that differs for each content of the cart. */
export function cartFingerprint({ items }: Cart): string {
  return items.map(({ product, quantity }) => `${product.id}×${quantity}`).join(' ');
}

type OrderToPlace = Omit<UnansweredOrder, 'idempotencyKey'> & { request: OrderRequest };

/** Sends an order, stores it until it is answered, and opens its page when it is placed. */
export function usePlaceOrder() {
  const shop = useShop();
  const unansweredOrders = useUnansweredOrders();
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
    // The server may have refused because prices or stock changed.
    onError: () => client.invalidateQueries({ queryKey: cartKey }),
  });
}
