import { always, noRequests, type AlarmDefinition } from '../definition';

/** Share of requests that may fail in 30 days: an availability of 99.9 %. */
export const availabilityBudgetPercent = 0.1;
/** Share of requests that may be slower than `alarms.latencyP95Ms`: p95 latency. */
const latencyBudgetPercent = 5;

/**
 * Burn rate: how many times faster than allowed the budget of 30 days is used. Two windows each: the long one
 * shows that it matters, the short one that it still goes on.
 * https://sre.google/workbook/alerting-on-slos/ (table 5-8, with CloudWatch's longest window of one day)
 */
export const windows = {
  fast: { rate: 14.4, longMinutes: 60, shortMinutes: 5 },
  medium: { rate: 6, longMinutes: 6 * 60, shortMinutes: 30 },
  slow: { rate: 3, longMinutes: 24 * 60, shortMinutes: 2 * 60 },
} as const;
export type BurnSpeed = keyof typeof windows;

/**
 * Fewest requests in the long window; with fewer, one failed request would be a large share. One of 400 is
 * 0.25 %, below the 0.3 % of the slow window.
 */
export const leastRequests = 400;

export type Objective = 'availability' | 'latency';

const budgets: Record<Objective, { readonly percent: number; readonly what: string }> = {
  availability: { percent: availabilityBudgetPercent, what: 'requests that fail' },
  latency: { percent: latencyBudgetPercent, what: 'requests slower than alarms.latencyP95Ms' },
};

function burn(objective: Objective, speed: BurnSpeed, window: 'long' | 'short'): AlarmDefinition {
  const { rate, longMinutes, shortMinutes } = windows[speed];
  const { percent, what } = budgets[objective];
  const minutes = window === 'long' ? longMinutes : shortMinutes;
  return {
    severity: speed === 'slow' || objective === 'latency' ? 'ticket' : 'page',
    meaning: `In the last ${hours(minutes)}, the share of ${what} was ${rate} times the ${percent} % that are allowed.`,
    firstLook: 'See which routes the requests belong to.',
    threshold: {
      is: 'above',
      value: round(Math.min(rate * percent, 99)),
      unit: 'percent',
      reason: `${rate} × ${percent} %.${window === 'long' ? ` Windows with fewer than ${leastRequests} requests do not count.` : ''}`,
    },
    periodMinutes: minutes,
    breaching: 1,
    of: 1,
    missing: noRequests,
    exists: always,
    notifiedBy:
      objective === 'availability' && speed === 'slow' ? 'availability-slow-burn' : `${objective}-burn`,
  };
}

function hours(minutes: number): string {
  if (minutes < 60) return `${minutes} minutes`;
  return minutes === 60 ? 'hour' : `${minutes / 60} hours`;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Alarms on the objectives: 99.9 % of requests succeed, 95 % are faster than `alarms.latencyP95Ms`. */
export const objectiveAlarms = {
  'availability-fast-long': burn('availability', 'fast', 'long'),
  'availability-fast-short': burn('availability', 'fast', 'short'),
  'availability-medium-long': burn('availability', 'medium', 'long'),
  'availability-medium-short': burn('availability', 'medium', 'short'),
  'availability-slow-long': burn('availability', 'slow', 'long'),
  'availability-slow-short': burn('availability', 'slow', 'short'),
  'latency-fast-long': burn('latency', 'fast', 'long'),
  'latency-fast-short': burn('latency', 'fast', 'short'),
  'latency-medium-long': burn('latency', 'medium', 'long'),
  'latency-medium-short': burn('latency', 'medium', 'short'),
  'latency-slow-long': burn('latency', 'slow', 'long'),
  'latency-slow-short': burn('latency', 'slow', 'short'),
  'latency-unmeasured': {
    severity: 'page',
    meaning: 'For five minutes, requests have arrived and no task has answered any of them.',
    firstLook: 'Check whether the target group has healthy targets.',
    threshold: {
      is: 'at least',
      value: 1,
      unit: 'count',
      reason: 'The expression is 1 in a minute with more than 5 requests and no answer.',
    },
    periodMinutes: 1,
    breaching: 5,
    of: 5,
    missing: noRequests,
    exists: always,
    notifiedBy: 'shop-down',
  },
} as const satisfies Record<string, AlarmDefinition>;
