import type { Environment } from '../../contract/environment';
import type { RateLimit } from './rate-limiter';

/** How a route is limited. `none` is for what the platform asks: health and readiness. */
export type LimitClass = 'read' | 'write' | 'chat' | 'none';

const minute = 60;
const hour = 3600;
const day = 24 * hour;

/** R4: everything that writes or costs shares one hourly and one daily count; chat has its own besides. */
export function limitsOf(environment: Environment): Record<LimitClass, readonly RateLimit[]> {
  const write = [
    { name: 'hour', most: environment.RATE_LIMIT_PER_HOUR, windowSeconds: hour },
    { name: 'day', most: environment.RATE_LIMIT_PER_DAY, windowSeconds: day },
  ];
  return {
    none: [],
    read: [{ name: 'reads', most: environment.RATE_LIMIT_READS_PER_MINUTE, windowSeconds: minute }],
    write,
    chat: [{ name: 'chat', most: environment.RATE_LIMIT_CHAT_PER_MINUTE, windowSeconds: minute }, ...write],
  };
}
