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
      .refine(isTimeZone, 'is a time zone of the IANA database, such as Europe/Berlin')
      .meta({ title: 'an IANA time zone', examples: ['Europe/Berlin'] })
      .default('UTC'),
    /** Days it runs at all. @default 'weekdays' */
    days: z.enum(['weekdays', 'every-day']).default('weekdays'),
    /** Hour of the day it starts, 0–23. */
    start: wholeBetween(0, 23),
    /** Hour of the day it stops, 0–23. */
    stop: wholeBetween(0, 23),
  })
  .optional();

export type ScheduleSettings = NonNullable<z.output<typeof schedule>>;
