/** What is judged of a step, and how its latency is measured. */
export interface StepKind {
  /** Part of the API row, which carries the p95 latency of the API as a whole. */
  readonly isApi: boolean;
  /** Whether the p95 latency threshold holds for it. Its errors always count. */
  readonly isLatencyJudged: boolean;
  /** `answer`: until the last byte. `first-byte`: until the headers, for answers that stream. */
  readonly measures: 'answer' | 'first-byte';
  /** Settings of the shop that limit it, as docs/environment.md lists them. */
  readonly limitedBy: readonly string[];
}

const reads = ['RATE_LIMIT_READS_PER_MINUTE'];
const strict = ['RATE_LIMIT_PER_HOUR', 'RATE_LIMIT_PER_DAY'];
const address = 'RATE_LIMIT_ADDRESS_PER_HOUR';
const judged = { isApi: true, isLatencyJudged: true, measures: 'answer' } as const;

/** Every kind of request that a virtual customer sends. */
export const steps = {
  page: { ...judged, isApi: false, limitedBy: reads },
  flags: { ...judged, limitedBy: reads },
  categories: { ...judged, limitedBy: reads },
  list: { ...judged, limitedBy: reads },
  product: { ...judged, limitedBy: reads },
  search: { ...judged, limitedBy: ['RATE_LIMIT_SEARCHES_PER_MINUTE'] },
  cart: { ...judged, limitedBy: reads },
  'cart-change': { ...judged, limitedBy: ['RATE_LIMIT_CART_PER_HOUR', address] },
  // Hashing a password is slow on purpose, so its latency is reported and not judged.
  'sign-up': { ...judged, isApi: false, isLatencyJudged: false, limitedBy: strict },
  session: { ...judged, limitedBy: [address] },
  order: { ...judged, limitedBy: [...strict, address] },
  orders: { ...judged, limitedBy: reads },
  // A model takes seconds for its first word. The first byte is reported and not judged.
  chat: {
    isApi: false,
    isLatencyJudged: false,
    measures: 'first-byte',
    limitedBy: ['RATE_LIMIT_CHAT_PER_MINUTE', ...strict],
  },
} as const satisfies Record<string, StepKind>;

export type StepName = keyof typeof steps;

const isStep = (name: string): name is StepName => name in steps;

/** In the order of a table. */
export const stepNames: readonly StepName[] = Object.keys(steps).filter(isStep);
export const kindOf = (step: StepName): StepKind => steps[step];
