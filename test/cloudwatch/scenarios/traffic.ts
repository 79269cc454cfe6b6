import { at, hourOf } from './clock';

/** What the customers of a shop do in one minute. */
export interface Minute {
  readonly requests: number;
  /** Of these, answered with a 5xx. */
  readonly failed: number;
  /** Factor on the usual time of an answer. */
  readonly slower: number;
}

export type Traffic = (time: number) => Minute;

const quietNight = (time: number): boolean => hourOf(time) < 6;

/** Times of the events in a healthy week. */
export const releases = [at('Tue', '10:00'), at('Thu', '15:00')] as const;
export const rotation = at('Fri', '11:00');
export const failover = at('Sat', '14:00');

const within = (time: number, from: number, minutes: number): boolean =>
  time >= from && time < from + minutes * 60;

export const releaseRuns = (time: number): boolean => releases.some((from) => within(time, from, 8));
export const failoverRuns = (time: number): boolean => within(time, failover, 1);

const peak = at('Wed', '19:00');
const quietHour = at('Sun', '06:00');
const noRequests: Minute = { requests: 0, failed: 0, slower: 1 };

/**
 * A shop with 60 requests a minute: nights without any, a quiet hour with 20 requests of which one
 * fails, and an hour with five times the requests. A release makes answers slow for two minutes and
 * loses one request; in the minute of a failover half of the requests fail and the others wait.
 */
export const busy: Traffic = (time) => {
  if (quietNight(time)) return noRequests;
  if (within(time, quietHour, 60)) {
    const minute = (time - quietHour) / 60;
    return minute % 3 === 0 ? { requests: 1, failed: minute === 30 ? 1 : 0, slower: 1 } : noRequests;
  }
  if (failoverRuns(time)) return { requests: 60, failed: 30, slower: 100 };
  if (releases.some((from) => within(time, from + 120, 2)))
    return { requests: 60, failed: releases.some((from) => time === from + 120) ? 1 : 0, slower: 3 };
  return within(time, peak, 60)
    ? { requests: 300, failed: 0, slower: 1.3 }
    : { requests: 60, failed: 0, slower: 1 };
};

/** A shop with few visitors: as many requests as said between 06:00 and midnight, evenly, one fails at noon. */
export const few =
  (requestsADay: number): Traffic =>
  (time) => {
    const minuteOfDay = Math.floor((time % 86_400) / 60) - 360;
    const count = (minute: number) => Math.floor((minute * requestsADay) / 1080);
    const requests = minuteOfDay < 0 ? 0 : count(minuteOfDay + 1) - count(minuteOfDay);
    const firstAfterNoon = requests > 0 && count(minuteOfDay) === count(360);
    return { requests, failed: firstAfterNoon ? 1 : 0, slower: 1 };
  };
