import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Session } from '../../api/accounts';
import { nextAfterSignIn } from '../navigation/addresses';
import { useQueryState } from '../navigation/use-query-state';

/** Opens a session, then shows the page that the customer wanted. */
export function useSignIn<T>(open: (values: T) => Promise<Session>) {
  const [, navigate] = useLocation();
  const [{ next }] = useQueryState();
  return useMutation({
    mutationFn: open,
    onSuccess: () => navigate(nextAfterSignIn(next), { replace: true }),
  });
}
