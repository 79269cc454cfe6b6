import { z } from 'zod';
import { wholeBetween } from './shapes';

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const schedule = z
  .strictObject({
    /** IANA time zone. @default 'UTC' */
    timeZone: z
      .string()
      .refine(isTimeZone)
      .meta({ title: 'an IANA time zone', examples: ['Europe/Berlin'] })
      .default('UTC'),
    /** Days on which it runs. @default 'weekdays' */
    days: z.enum(['weekdays', 'every-day']).default('weekdays'),
    /** Hour of the day at which it starts. Range 0–23. */
    start: wholeBetween(0, 23),
    /** Hour of the day at which it stops. Range 0–23. */
    stop: wholeBetween(0, 23),
  })
  .meta({ sample: '{ start: 7, stop: 19 }' })
  .optional();

export type ScheduleSettings = NonNullable<z.output<typeof schedule>>;
