import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Session } from '../../api/accounts';
import { cartKey } from '../cart/use-cart';
import { useQueryState } from '../navigation/use-query-state';
import { nextAfterSignIn } from '../navigation/addresses';

/** Opens a session, then goes where the customer was going. The guest's cart is now the member's, so it is asked for anew. */
export function useSignIn<T>(open: (values: T) => Promise<Session>) {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [{ next }] = useQueryState();
  return useMutation({
    mutationFn: open,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: cartKey });
      navigate(nextAfterSignIn(next), { replace: true });
    },
  });
}
