import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { ProductSummary } from '../../api/catalogue';
import type { Cart } from '../../api/shopping';
import { useShop } from '../session/session-context';
import { withQuantity } from './with-quantity';

export const cartKey = ['cart'] as const;

export function useCart(): UseQueryResult<Cart> {
  const shop = useShop();
  return useQuery({ queryKey: cartKey, queryFn: ({ signal }) => shop.cart(signal) });
}

/** The number of items in the cart, where two of one product are two items. */
export function itemsIn(cart: Cart | undefined): number {
  return cart?.items.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0;
}

export function quantityOf(cart: Cart | undefined, productId: number): number {
  return cart?.items.find(({ product }) => product.id === productId)?.quantity ?? 0;
}

interface QuantityChange {
  product: ProductSummary;
  quantity: number;
}

/**
 * Sets the quantity of a product in the cart. The page shows it at once, then what the server answers.
 * Changes are sent one after the other, so that the last one counts.
 */
export function useSetQuantity() {
  const shop = useShop();
  const client = useQueryClient();
  return useMutation({
    scope: { id: 'cart' },
    mutationFn: ({ product, quantity }: QuantityChange) => shop.setQuantity(product.id, quantity),
    onMutate: async ({ product, quantity }) => {
      await client.cancelQueries({ queryKey: cartKey });
      client.setQueryData<Cart>(cartKey, (cart) => cart && withQuantity(cart, product, quantity));
    },
    onSuccess: (cart) => {
      // The answer to an earlier change must not undo a later one that is not answered yet.
      if (client.isMutating({ predicate: ({ options }) => options.scope?.id === 'cart' }) === 1) {
        client.setQueryData(cartKey, cart);
      }
    },
    onError: () => client.invalidateQueries({ queryKey: cartKey }),
  });
}
