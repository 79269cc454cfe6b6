import { CookieJar } from './cookie-jar';
import type { Measurements, Outcome } from './measurements';
import { emptyCart, nextVisit, type Call, type Visit, type Visitor } from './scenario';
import { kindOf } from './steps';

/** A request as it is sent. */
export interface SentRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Headers of an answer. `Set-Cookie` may come several times. */
export type AnswerHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface VirtualCustomerProps {
  readonly visitor: Visitor;
  /** The first visit of the customer. @default - one by the weights of the scenario */
  readonly firstVisit?: Visit;
  readonly options: { readonly orders: boolean; readonly chat: boolean };
  /** Scheme, host and port, which a browser sends as `Origin` of a request that changes something. */
  readonly origin: string;
  readonly measurements: Measurements;
  /** Milliseconds of `now()`. Requests that are sent earlier warm the shop up and are not counted. */
  readonly measuredFrom: number;
  /** Milliseconds. @default performance.now */
  readonly now?: () => number;
}

interface Pending {
  readonly call: Call;
  readonly sentAt: number;
  firstByteAt?: number;
}

/** One customer with cookies, who makes one visit after another. It has one request under way at most. */
export class VirtualCustomer {
  readonly #jar = new CookieJar();
  readonly #now: () => number;
  #visit: Visit | undefined;
  #next: Call | undefined;
  #pending: Pending | undefined;
  #hasCart = false;

  constructor(private readonly props: VirtualCustomerProps) {
    this.#now = props.now ?? (() => performance.now());
    this.#visit = props.firstVisit;
    this.#next = props.firstVisit?.next().value ?? undefined;
  }

  /** The request to send now. A request that is still under way will get no answer: its connection is gone. */
  next(): SentRequest {
    this.#lose();
    const call = this.#next ?? this.#begin();
    this.#next = undefined;
    this.#pending = { call, sentAt: this.#now() };
    return this.#sent(call);
  }

  /** The headers of an answer are there. */
  headersArrived(): void {
    if (this.#pending) this.#pending.firstByteAt = this.#now();
  }

  /** The whole answer is there. */
  answered(status: number, body: string, headers: AnswerHeaders): void {
    const pending = this.#pending;
    if (!pending) return;
    this.#pending = undefined;
    const lowerCase = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    this.#jar.store([lowerCase['set-cookie'] ?? []].flat());
    const outcome = this.#outcomeOf(pending, status, body, lowerCase);
    this.#record(pending, outcome);
    if (outcome.kind !== 'answered') {
      this.#endVisit(status);
      return;
    }
    this.#hasCart = hasCartAfter(pending.call) ?? this.#hasCart;
    this.#next = this.#visit?.next({ status, body }).value ?? undefined;
  }

  /**
   * The run is over. A request that is still under way counts with the time that the customer has waited so far;
   * after less than a second this says nothing, and the request is not counted.
   */
  endRun(): void {
    const pending = this.#pending;
    this.#pending = undefined;
    const ms = pending === undefined ? 0 : this.#now() - pending.sentAt;
    if (pending && ms >= 1000) this.#record(pending, { kind: 'answered', ms });
  }

  /** The request that empties the cart of a visit that was cut short; undefined when there is none. */
  leftCart(): SentRequest | undefined {
    return this.#hasCart ? this.#sent(emptyCart(this.props.visitor)) : undefined;
  }

  /** Counts a request whose connection is gone. */
  #lose(): void {
    const pending = this.#pending;
    if (!pending) return;
    this.#pending = undefined;
    const ms = this.#now() - pending.sentAt;
    this.#record(pending, { kind: 'error', cause: 'no answer', ms });
    this.#hasCart = hasCartAfter(pending.call) ?? this.#hasCart;
    this.#endVisit();
  }

  #begin(): Call {
    const { visitor, options } = this.props;
    this.#visit = nextVisit(visitor, options);
    const { value } = this.#visit.next();
    if (!value) throw new Error('A visit of the scenario has no request.');
    return value;
  }

  /** The rest of a visit would fail as well. A token that is refused is not used again. */
  #endVisit(status?: number): void {
    this.#next = undefined;
    this.#visit = undefined;
    if (status === 401) this.props.visitor.accessToken = undefined;
  }

  #record({ call, sentAt }: Pending, outcome: Outcome): void {
    if (sentAt >= this.props.measuredFrom) this.props.measurements.record(call.step, outcome);
  }

  #outcomeOf(
    { call, sentAt, firstByteAt }: Pending,
    status: number,
    body: string,
    headers: AnswerHeaders,
  ): Outcome {
    // The application names the limits of a request in each answer; the firewall does not.
    if (status === 429)
      return { kind: 'refused', by: headers['ratelimit-policy'] === undefined ? 'firewall' : 'application' };
    if (status >= 400 || status < 200) return { kind: 'error', cause: `answer ${status}` };
    if (status >= 300 && status !== 304) return { kind: 'error', cause: `redirect ${status}` };
    if (call.step === 'chat' && /^event: error$/m.test(body))
      return { kind: 'error', cause: 'the stream broke' };
    const end = kindOf(call.step).measures === 'first-byte' ? (firstByteAt ?? this.#now()) : this.#now();
    return { kind: 'answered', ms: end - sentAt };
  }

  #sent({ method = 'GET', path, body, headers, isBodyRead = false }: Call): SentRequest {
    const cookie = this.#jar.headerFor(path);
    const text = body === undefined ? undefined : JSON.stringify(body);
    return {
      method,
      path,
      headers: {
        'user-agent': 'insightshop-load-test',
        accept: path.startsWith('/api/') ? 'application/json, application/problem+json' : 'text/html',
        ...(isBodyRead ? {} : { 'accept-encoding': 'gzip, br' }),
        ...(method === 'GET' ? {} : { origin: this.props.origin }),
        ...(method !== 'GET' && text === undefined ? { 'content-length': '0' } : {}),
        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie === undefined ? {} : { cookie }),
        ...headers,
      },
      body: text,
    };
  }
}

/** Whether a customer has a cart after a request; undefined when it changes none. */
function hasCartAfter({ step, method }: Call): boolean | undefined {
  if (step === 'cart-change') return method === 'PUT';
  return step === 'order' ? false : undefined;
}
