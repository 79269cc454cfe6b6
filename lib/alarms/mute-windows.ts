import type { ScheduleSettings } from '../deployment/schema/schedule';

/** Minutes after the start of the hours until tasks are healthy and alarms that were on have ended. */
const startMinutes = 30;

/** Hours before the start from which a window of its own holds, whatever the clock has done in the night. */
const hoursBeforeStart = 2;

const weekDays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;
const workDays = [1, 2, 3, 4, 5];
const everyDay = [0, 1, 2, 3, 4, 5, 6];

/** A time in which alarms send nothing. */
export interface MuteWindow {
  readonly name: 'Start' | 'Night' | 'Weekend';
  /** Hour of the day at which it begins, in the time zone of the schedule. */
  readonly hour: number;
  /** Days of the week on which it begins, as cron has them. */
  readonly weekDays: string;
  /** Minutes that it lasts. */
  readonly minutes: number;
}

/**
 * The windows outside the hours of a deployment. They end half an hour after the start.
 *
 * A window lasts a fixed time, while the hours follow the clock. In the night in which the clock changes, a single
 * window from stop to start would end an hour early or late. So the window of the night ends an hour before the
 * start, and another one begins two hours before the start by the clock; where both hold, the alarms are muted once.
 */
export function muteWindows({ days, start, stop }: ScheduleSettings): MuteWindow[] {
  const startDays = days === 'every-day' ? everyDay : workDays;
  const stopDays = startDays.map((day) => (stop > start ? day : day + 1));
  const off = (start - stop + 24) % 24;
  const before = Math.min(hoursBeforeStart, off);

  const windows: MuteWindow[] = [window('Start', start - before, startDays, before * 60 + startMinutes)];
  const isBeforeDayOff = (day: number) => days === 'weekdays' && day === Math.max(...stopDays);
  const nights = stopDays.filter((day) => !isBeforeDayOff(day));
  if (off > before) windows.push(window('Night', stop, nights, (off - 1) * 60));
  if (days === 'weekdays')
    windows.push(window('Weekend', stop, stopDays.filter(isBeforeDayOff), (off + 2 * 24 - 1) * 60));
  return windows;
}

/** @param hour may be negative: on the day before */
function window(
  name: MuteWindow['name'],
  hour: number,
  days: readonly number[],
  minutes: number,
): MuteWindow {
  const earlier = hour < 0 ? 1 : 0;
  const begins = days.map((day) => (day - earlier + 7) % 7).sort((one, other) => one - other);
  return {
    name,
    hour: (hour + 24) % 24,
    weekDays: begins.length === 7 ? '*' : begins.map((day) => weekDays[day]).join(','),
    minutes,
  };
}
