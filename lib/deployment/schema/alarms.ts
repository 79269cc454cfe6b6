import { z } from 'zod';

export const alarms = z
  .strictObject({
    /** p95 latency threshold in milliseconds. @default 200 */
    latencyP95Ms: z.number().positive().default(200),
    /** Percentage of requests that may fail. Range 0–100. @default 1 */
    errorPercent: z.number().min(0).max(100).default(1),
  })
  .prefault({});
