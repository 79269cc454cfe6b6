import type { Environment } from '../../contract/environment';
import type { RateLimit } from './rate-limiter';

/** How a route is limited. `none` is for what the platform asks: health and readiness. */
export type LimitClass = 'read' | 'write' | 'session' | 'chat' | 'none';

const minute = 60;
const hour = 3600;
const day = 24 * hour;

/**
 * R4: everything that writes or costs shares one hourly and one daily count; chat has its own besides.
 * Staying signed in is counted alone, with the same numbers: a page asks for it by itself, and must
 * not use up what the customer may order with.
 */
export function limitsOf(environment: Environment): Record<LimitClass, readonly RateLimit[]> {
  const writesOf = (count: string) => [
    { name: `${count}hour`, most: environment.RATE_LIMIT_PER_HOUR, windowSeconds: hour },
    { name: `${count}day`, most: environment.RATE_LIMIT_PER_DAY, windowSeconds: day },
  ];
  const write = writesOf('');
  return {
    none: [],
    read: [{ name: 'reads', most: environment.RATE_LIMIT_READS_PER_MINUTE, windowSeconds: minute }],
    write,
    session: writesOf('session-'),
    chat: [{ name: 'chat', most: environment.RATE_LIMIT_CHAT_PER_MINUTE, windowSeconds: minute }, ...write],
  };
}
