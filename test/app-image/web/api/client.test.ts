import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Session } from '../../../../app-image/api/accounts';
import { routes } from '../../../../app-image/api/routes';
import { ApiClient } from '../../../../app-image/web/api/client';
import { ProblemError, UnreachableError } from '../../../../app-image/web/api/failures';
import { listening } from './listening';

const account = { id: 'a1', email: 'ada@example.com', name: 'Ada' };

/** A shop that accepts only the newest access token, and exchanges the refresh cookie while `renewable`. */
class Doorkeeper {
  newest = 0;
  renewable = true;
  readonly calls: string[] = [];

  session(): Session {
    this.newest += 1;
    return { accessToken: `token-${this.newest}`, expiresIn: 900, account };
  }

  readonly answer = (request: IncomingMessage, response: ServerResponse): void => {
    this.calls.push(`${request.method ?? ''} ${request.url ?? ''}`);
    if (request.url === routes.sessions && request.method === 'POST') {
      send(response, 200, this.session());
      return;
    }
    if (request.url === routes.refresh && this.renewable) {
      send(response, 200, this.session());
      return;
    }
    const known = request.headers.authorization === `Bearer token-${this.newest}`;
    if (request.url === routes.me && known) {
      send(response, 200, account);
      return;
    }
    send(response, 401, {
      type: '/problems/signed-out',
      title: 'Unauthorized',
      status: 401,
      instance: 'r',
    });
  };

  count(call: string): number {
    return this.calls.filter((made) => made === call).length;
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': status < 400 ? 'application/json' : 'application/problem+json',
  });
  response.end(JSON.stringify(body));
}

describe('the API client', () => {
  const door = { keeper: new Doorkeeper(), origin: '', close: () => Promise.resolve() };
  const seen: (Session | undefined)[] = [];
  let client: ApiClient;

  beforeEach(async () => {
    const keeper = new Doorkeeper();
    Object.assign(door, await listening(keeper.answer), { keeper });
    seen.length = 0;
    client = new ApiClient({ origin: door.origin, onSession: (session) => seen.push(session) });
  });
  afterEach(() => door.close());

  const signIn = () =>
    client.openSession(routes.sessions, { email: account.email, password: 'secret words' });
  const expireToken = () => (door.keeper.newest += 1);

  it('renews an expired access token and repeats the call, without the customer noticing', async () => {
    await signIn();
    expireToken();
    expect(await client.json(routes.me)).toEqual(account);
    expect(door.keeper.count(`POST ${routes.refresh}`)).toBe(1);
    expect(door.keeper.count(`GET ${routes.me}`)).toBe(2);
  });

  it('renews once for many calls that fail at the same time', async () => {
    await signIn();
    expireToken();
    const answers = await Promise.all(Array.from({ length: 8 }, () => client.json(routes.me)));
    expect(answers).toEqual(Array.from({ length: 8 }, () => account));
    expect(door.keeper.count(`POST ${routes.refresh}`)).toBe(1);
  });

  it('reports that the session has ended when the cookie is refused, and does not try again', async () => {
    await signIn();
    expireToken();
    door.keeper.renewable = false;
    await expect(client.json(routes.me)).rejects.toMatchObject({ name: 'ProblemError', status: 401 });
    expect(seen.at(-1)).toBeUndefined();
    expect(door.keeper.count(`POST ${routes.refresh}`)).toBe(1);
    expect(door.keeper.count(`GET ${routes.me}`)).toBe(1);
  });

  it('does not try to renew the token of a guest', async () => {
    await expect(client.json(routes.me)).rejects.toThrow(ProblemError);
    expect(door.keeper.calls).toEqual([`GET ${routes.me}`]);
  });

  it('holds calls back until the session is restored', async () => {
    const [resumed, me] = await Promise.all([client.refresh(), client.json(routes.me)]);
    expect(resumed).toBe(true);
    expect(me).toEqual(account);
    expect(door.keeper.calls).toEqual([`POST ${routes.refresh}`, `GET ${routes.me}`]);
  });

  it('exchanges the cookie inside the lock it was given', async () => {
    const order: string[] = [];
    const locked = new ApiClient({
      origin: door.origin,
      exclusively: async (exchange) => {
        order.push('locked');
        const renewed = await exchange();
        order.push('released');
        return renewed;
      },
      onSession: () => order.push('renewed'),
    });
    await locked.refresh();
    expect(order).toEqual(['locked', 'renewed', 'released']);
  });

  it('distinguishes a server that does not answer from one that refuses', async () => {
    await door.close();
    await expect(client.json(routes.me)).rejects.toThrow(UnreachableError);
  });

  it('ends a call that its caller aborts', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(client.json(routes.me, { signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
