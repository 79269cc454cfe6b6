import { muteWindows } from '../../../lib/alarms/mute-windows';
import type { ScheduleSettings } from '../../../lib/deployment/schema/schedule';

/* An own model of the clock: every half hour of three weeks, by the wall clock of the time zone. */

const stepMinutes = 30;
const names = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

interface Instant {
  readonly weekDay: number;
  readonly hour: number;
  readonly minute: number;
}

const clocks = new Map<string, readonly Instant[]>();

function clockOf(timeZone: string, firstDay: string): readonly Instant[] {
  const key = `${timeZone} ${firstDay}`;
  const clock = clocks.get(key) ?? wallClock(timeZone, firstDay);
  clocks.set(key, clock);
  return clock;
}

function wallClock(timeZone: string, firstDay: string): Instant[] {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    hour: 'numeric',
    minute: 'numeric',
  });
  return Array.from({ length: (21 * 24 * 60) / stepMinutes }, (_, step) => {
    const parts = format.formatToParts(Date.parse(firstDay) + step * stepMinutes * 60_000);
    const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
    return {
      weekDay: names.indexOf(part('weekday').toUpperCase()),
      hour: Number(part('hour')),
      minute: Number(part('minute')),
    };
  });
}

/** Whether tasks run: from the start on each of the days until the next stop. */
function running(clock: readonly Instant[], { days, start, stop }: ScheduleSettings): boolean[] {
  let on = false;
  return clock.map(({ weekDay, hour, minute }) => {
    const startsToday = days === 'every-day' || (weekDay >= 1 && weekDay <= 5);
    if (minute === 0 && hour === stop) on = false;
    if (minute === 0 && hour === start && startsToday) on = true;
    return on;
  });
}

function muted(clock: readonly Instant[], schedule: ScheduleSettings): boolean[] {
  const result = clock.map(() => false);
  for (const { hour, weekDays, minutes } of muteWindows(schedule))
    for (const [index, now] of clock.entries())
      if (now.hour === hour && now.minute === 0)
        if (weekDays === '*' || weekDays.split(',').includes(names[now.weekDay] ?? ''))
          result.fill(true, index, index + minutes / stepMinutes);
  return result;
}

/** Of the second and the third week; in the first, windows that began before it are missing. */
function differences(schedule: ScheduleSettings, firstDay: string): string[] {
  const clock = clockOf(schedule.timeZone, firstDay);
  const isRunning = running(clock, schedule);
  const isMuted = muted(clock, schedule);
  return clock.flatMap(({ weekDay, hour, minute }, index) => {
    if (index < (7 * 24 * 60) / stepMinutes) return [];
    const settled = isRunning[index] === true && isRunning[index - 1] === true;
    return isMuted[index] === !settled
      ? []
      : [
          `${names[weekDay]} ${hour}:${minute} is ${isMuted[index] ? 'muted' : 'not muted'} in week ${Math.floor(index / 336)}`,
        ];
  });
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const everyPair = hours.flatMap((start) =>
  hours.flatMap((stop) => (start === stop ? [] : [{ start, stop }])),
);

test.each(['weekdays', 'every-day'] as const)(
  'alarms are muted exactly from the stop to half an hour after the start, for every pair of hours on %s',
  (days) => {
    const wrong = everyPair.flatMap((pair) =>
      differences({ timeZone: 'UTC', days, ...pair }, '2026-06-01T00:00:00Z').map(
        (difference) => `${pair.start}–${pair.stop}: ${difference}`,
      ),
    );
    expect(wrong.slice(0, 5)).toEqual([]);
  },
);

const shifts = [
  { days: 'weekdays', start: 7, stop: 17 },
  { days: 'weekdays', start: 22, stop: 6 },
  { days: 'every-day', start: 8, stop: 20 },
  { days: 'every-day', start: 9, stop: 8 },
] as const;

test.each(shifts)('the change of the clocks moves nothing: $days from $start to $stop', (shift) => {
  const wrong = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'].flatMap((timeZone) =>
    // Three weeks each around every change of 2026 in one of these zones.
    ['2026-02-28', '2026-03-18', '2026-03-27', '2026-09-22', '2026-10-14', '2026-10-23'].flatMap((firstDay) =>
      differences({ timeZone, ...shift }, `${firstDay}T00:00:00Z`).map(
        (difference) => `${timeZone} after ${firstDay}: ${difference}`,
      ),
    ),
  );
  expect(wrong).toEqual([]);
});
