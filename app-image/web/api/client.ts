import type { Session } from '../../api/accounts';
import { routes } from '../../api/routes';
import { problemErrorFrom, UnreachableError } from './failures';

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
}

export interface ApiClientOptions {
  /** Scheme and host of the server. @default the page's own */
  origin?: string;
  /** Called with each session the server opens, and with `undefined` when it has ended. */
  onSession?: (session: Session | undefined) => void;
  /**
   * Runs one exchange of the refresh cookie at a time over all open pages. The server treats a cookie
   * that is used twice as stolen, and two tabs that are opened together would use it twice.
   * @default runs it at once
   */
  exclusively?: (exchange: () => Promise<boolean>) => Promise<boolean>;
}

/**
 * Calls the shop's API. The access token is kept in this object only, so that an injected script finds
 * no token in storage. When a token has expired, the httpOnly cookie is exchanged for a new one and the
 * call is repeated once.
 */
export class ApiClient {
  #accessToken: string | undefined;
  #refreshing: Promise<boolean> | undefined;

  constructor(private readonly options: ApiClientOptions = {}) {}

  /** Throws `ProblemError` when the server refuses or fails, `UnreachableError` when there is no answer. */
  async json<T>(address: string, call: Call = {}): Promise<T> {
    const response = await this.response(address, call);
    return (await response.json()) as T;
  }

  async response(address: string, call: Call = {}): Promise<Response> {
    // The caller of `refresh` handles its failure; this call may not need a session.
    await this.#refreshing?.catch(() => undefined);
    const usedToken = this.#accessToken;
    const response = await this.#send(address, call);
    if (response.status === 401 && usedToken && (await this.#renewed(usedToken))) {
      return this.#accepted(await this.#send(address, call));
    }
    return this.#accepted(response);
  }

  /** For registration and sign-in, which answer with a session. */
  async openSession(address: string, body: unknown): Promise<Session> {
    const session = await this.json<Session>(address, { method: 'POST', body });
    this.#adopt(session);
    return session;
  }

  async closeSession(): Promise<void> {
    await this.response(routes.sessions, { method: 'DELETE' });
    this.#adopt(undefined);
  }

  /** Exchanges the cookie for a new session. Calls made meanwhile wait for it. Returns false when there is none. */
  refresh(): Promise<boolean> {
    const { exclusively } = this.options;
    const exchange = () => this.#exchangeCookie();
    this.#refreshing ??= (exclusively ? exclusively(exchange) : exchange()).finally(
      () => (this.#refreshing = undefined),
    );
    return this.#refreshing;
  }

  async #renewed(usedToken: string): Promise<boolean> {
    // Another call may have renewed the token while this one was on its way.
    return this.#accessToken !== usedToken ? this.#accessToken !== undefined : this.refresh();
  }

  async #exchangeCookie(): Promise<boolean> {
    const response = await this.#send(routes.refresh, { method: 'POST' });
    if (response.ok) this.#adopt((await response.json()) as Session);
    else if (response.status === 401) this.#adopt(undefined);
    else throw await problemErrorFrom(response);
    return response.ok;
  }

  #adopt(session: Session | undefined): void {
    this.#accessToken = session?.accessToken;
    this.options.onSession?.(session);
  }

  async #accepted(response: Response): Promise<Response> {
    if (!response.ok) throw await problemErrorFrom(response);
    return response;
  }

  async #send(address: string, { method = 'GET', body, headers, signal }: Call): Promise<Response> {
    const url = (this.options.origin ?? '') + address;
    try {
      return await fetch(url, {
        method,
        signal,
        credentials: 'same-origin',
        headers: {
          accept: 'application/json, application/problem+json',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(this.#accessToken && { authorization: `Bearer ${this.#accessToken}` }),
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new UnreachableError(`${method} ${address} got no answer`, { cause: error });
    }
  }
}
