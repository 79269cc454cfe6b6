import { createContext, use, useSyncExternalStore } from 'react';
import type { ShopApi } from '../api/shop';
import type { UnansweredOrders } from '../checkout/unanswered-order';
import type { SessionState, SessionStore } from './session-store';

interface Visit {
  session: SessionStore;
  shop: ShopApi;
  unansweredOrders: UnansweredOrders;
}

export const VisitContext = createContext<Visit | undefined>(undefined);

function useVisit(): Visit {
  const visit = use(VisitContext);
  if (!visit) throw new Error('This component needs a VisitContext around it');
  return visit;
}

export function useShop(): ShopApi {
  return useVisit().shop;
}

export function useUnansweredOrders(): UnansweredOrders {
  return useVisit().unansweredOrders;
}

export function useSession(): SessionState {
  const { session } = useVisit();
  return useSyncExternalStore(session.subscribe, session.current);
}
