import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { shopApi } from './api/shop';
import { App } from './app';
import { ChatProvider } from './chat/chat-context';
import { UnansweredOrders } from './checkout/unanswered-order';
import { Announcer } from './feedback/announcer';
import { createQueryClient } from './feedback/query-client';
import { VisitContext } from './session/session-context';
import { keepDataPrivate } from './session/keep-data-private';
import { SessionStore } from './session/session-store';

const root = document.getElementById('root');
if (!root) throw new Error('page.html has no element #root');

const queries = createQueryClient();
const session = new SessionStore(localStorage, {
  exclusively: async (exchange) => navigator.locks.request('shop.refresh', exchange),
});
keepDataPrivate(session, queries);
void session.resume();

createRoot(root).render(
  <VisitContext
    value={{ session, shop: shopApi(session.client), unansweredOrders: new UnansweredOrders(localStorage) }}
  >
    <QueryClientProvider client={queries}>
      <Announcer>
        <ChatProvider>
          <App />
        </ChatProvider>
      </Announcer>
    </QueryClientProvider>
  </VisitContext>,
);
