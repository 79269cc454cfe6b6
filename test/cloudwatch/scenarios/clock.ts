/** Monday; a week of replay begins here. */
export const weekStarts = '2026-03-02T00:00:00Z';

const start = Date.parse(weekStarts) / 1000;

export type Weekday = 'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun';
const weekdays: readonly Weekday[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** A time of the week in seconds since 1970, such as `at('Wed', '19:30')`. */
export function at(day: Weekday, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return start + weekdays.indexOf(day) * 86_400 + hours * 3600 + minutes * 60;
}

/** The hour of the day, 0 to 23, in UTC. */
export const hourOf = (time: number): number => Math.floor((time % 86_400) / 3600);

/** Seconds since 1970 as a time that `replay` takes. */
export const iso = (time: number): string => new Date(time * 1000).toISOString();
