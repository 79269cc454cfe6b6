import type { WebhookEndpoint } from './webhook-endpoint';

/** What went wrong, without the address: it is part of the secret, and this message is logged. */
export class DeliveryError extends Error {
  // The bundle is minified, and with it the name of the class.
  override readonly name = 'DeliveryError';
}

/** Milliseconds for one answer. */
const answerMs = 5000;
/** Milliseconds before the second and the third try. */
const pausesMs = [1000, 4000] as const;

export interface DeliveryTimes {
  readonly answerMs: number;
  readonly pausesMs: readonly number[];
  pause(milliseconds: number): Promise<unknown>;
}

/**
 * Posts one JSON document. It tries again after a lost connection and after the answers 408, 429 and 5xx. What
 * the receiver answers is neither read nor logged, and a redirect is not followed.
 *
 * @returns how many tries it took
 * @throws {DeliveryError} when no try was answered with 2xx
 */
export async function deliver(
  { url, headers }: WebhookEndpoint,
  document: object,
  times: Pick<DeliveryTimes, 'pause'> & Partial<DeliveryTimes>,
): Promise<number> {
  const { pause, answerMs: limitMs = answerMs, pausesMs: pauses = pausesMs } = times;
  const body = JSON.stringify(document);
  for (let tries = 1; ; tries++) {
    const outcome = await post(url, headers, body, limitMs);
    if (outcome === 'delivered') return tries;
    const pauseMs = pauses[tries - 1];
    if (!outcome.mayPass || pauseMs === undefined)
      throw new DeliveryError(`The webhook was not delivered: ${outcome.reason}, tries: ${tries}.`);
    await pause(pauseMs);
  }
}

interface Failure {
  readonly reason: string;
  /** Another try can succeed. */
  readonly mayPass: boolean;
}

async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  limitMs: number,
): Promise<Failure | 'delivered'> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'InsightShop-Alarms', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(limitMs),
    });
    await answer.body?.cancel();
    if (answer.ok) return 'delivered';
    const { status } = answer;
    return { reason: `it answered ${status}`, mayPass: status === 408 || status === 429 || status >= 500 };
  } catch (problem) {
    return { reason: codeOf(problem), mayPass: true };
  }
}

/** The code of an error, such as ECONNREFUSED. Its message has the host name. */
function codeOf(problem: unknown): string {
  if (fieldOf(problem, 'name') === 'TimeoutError') return 'it did not answer in time';
  const code = fieldOf(fieldOf(problem, 'cause'), 'code');
  return typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : 'connection failed';
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined;
}
