import type { PlainVariable, Variable } from '../../../app-image/contract/environment';

/** Settings of the bundled image that no field sets, so a deployment states them as variables. */
const tunable = [
  'CORS_ORIGINS',
  'LOG_LEVEL',
  'LOG_FILE',
  'RATE_LIMIT_PER_DAY',
  'RATE_LIMIT_PER_HOUR',
  'RATE_LIMIT_CHAT_PER_MINUTE',
  'RATE_LIMIT_READS_PER_MINUTE',
  'RATE_LIMIT_SEARCHES_PER_MINUTE',
  'RATE_LIMIT_CART_PER_HOUR',
  'RATE_LIMIT_ADDRESS_PER_HOUR',
  'METRICS',
  'ERROR_TRACKER_DSN',
] as const satisfies readonly Variable[];
type Tunable = (typeof tunable)[number];

export function isTunable(name: string): name is Tunable {
  return (tunable as readonly string[]).includes(name);
}

/** Whether a name is a setting whose value is in the open. */
export function isPlainTunable(name: string): name is Tunable & PlainVariable {
  return isTunable(name) && name !== 'ERROR_TRACKER_DSN';
}
