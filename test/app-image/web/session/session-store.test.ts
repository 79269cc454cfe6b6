import type { Session } from '../../../../app-image/api/accounts';
import { routes } from '../../../../app-image/api/routes';
import { SessionStore } from '../../../../app-image/web/session/session-store';
import { listening } from '../api/listening';
import { MemoryStorage } from '../memory-storage';

const session: Session = {
  accessToken: 'a-token-nobody-may-find',
  expiresIn: 900,
  account: { id: 'a1', email: 'ada@example.com', name: 'Ada' },
};

/** A server that answers each request with the next of `statuses`, and then always with the last. */
async function answering(...statuses: number[]) {
  let asked = 0;
  const server = await listening((_, response) => {
    const status = statuses[Math.min(asked, statuses.length - 1)] ?? 500;
    asked += 1;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(status === 204 ? undefined : JSON.stringify(status === 200 ? session : { status }));
  });
  return { ...server, asked: () => asked };
}

describe('a visit', () => {
  it('of a guest begins without a request', async () => {
    const server = await answering(401);
    const store = new SessionStore(new MemoryStorage(), { origin: server.origin });
    await store.resume();
    expect(store.current()).toEqual({ status: 'guest' });
    expect(server.asked()).toBe(0);
    await server.close();
  });

  it('of a member who comes back restores the session, and storage never holds the token', async () => {
    const server = await answering(200);
    const storage = new MemoryStorage();
    await new SessionStore(storage, { origin: server.origin }).client.openSession(routes.sessions, {});

    const nextVisit = new SessionStore(storage, { origin: server.origin });
    expect(nextVisit.current()).toEqual({ status: 'checking' });
    await nextVisit.resume();
    expect(nextVisit.current()).toEqual({ status: 'member', account: session.account });
    expect([...storage.entries.values()].join()).not.toContain(session.accessToken);
    await server.close();
  });

  it('of a member whose cookie has expired is a guest’s, and the next visit sends no request', async () => {
    const server = await answering(200, 401);
    const storage = new MemoryStorage();
    await new SessionStore(storage, { origin: server.origin }).client.openSession(routes.sessions, {});

    const nextVisit = new SessionStore(storage, { origin: server.origin });
    await nextVisit.resume();
    expect(nextVisit.current()).toEqual({ status: 'guest' });
    expect(new SessionStore(storage).current()).toEqual({ status: 'guest' });
    await server.close();
  });

  it('while the server does not answer is a guest’s, and the next visit tries again', async () => {
    const server = await answering(200, 503);
    const storage = new MemoryStorage();
    await new SessionStore(storage, { origin: server.origin }).client.openSession(routes.sessions, {});

    const nextVisit = new SessionStore(storage, { origin: server.origin });
    await nextVisit.resume();
    expect(nextVisit.current()).toEqual({ status: 'guest' });
    expect(new SessionStore(storage).current()).toEqual({ status: 'checking' });
    await server.close();
  });

  it('ends for all its subscribers when the customer signs out', async () => {
    const server = await answering(200, 204);
    const store = new SessionStore(new MemoryStorage(), { origin: server.origin });
    const seen: string[] = [];
    store.subscribe(() => seen.push(store.current().status));
    await store.client.openSession(routes.sessions, {});
    await store.client.closeSession();
    expect(seen).toEqual(['member', 'guest']);
    await server.close();
  });
});
