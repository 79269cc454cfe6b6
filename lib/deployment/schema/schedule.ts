import { z } from 'zod';
import type { Explanation } from './explanation';
import { wholeBetween } from './shapes';

/** The name that Node has for a time zone; undefined when it has none. Node ignores case and takes offsets. */
function resolved(name: string): string | undefined {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** EventBridge Scheduler and auto scaling take names in the spelling of the IANA database, and no offsets. */
function isTimeZone(name: string): boolean {
  const known = resolved(name);
  if (known === undefined || !/^[A-Z][\w+-]*(?:\/[A-Z][\w+-]*)*$/.test(name)) return false;
  return known === name || known.toLowerCase() !== name.toLowerCase();
}

function explainTimeZone(value: unknown): Explanation | undefined {
  const meant = typeof value === 'string' ? resolved(value.trim().replaceAll(' ', '_')) : undefined;
  return meant === undefined || !isTimeZone(meant) ? undefined : { instead: `'${meant}'` };
}

export const schedule = z
  .strictObject({
    /** IANA time zone. @default 'UTC' */
    timeZone: z
      .string()
      .refine(isTimeZone)
      .meta({ title: 'an IANA time zone', examples: ['Europe/Berlin'], explain: explainTimeZone })
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
