import { z } from 'zod';

export const logs = z
  .strictObject({
    /** Days that logs are kept, except the network's flow logs. One of 7, 14, 30, 60, 90, 180, 365. @default 90 */
    retentionDays: z
      .union([
        z.literal(7),
        z.literal(14),
        z.literal(30),
        z.literal(60),
        z.literal(90),
        z.literal(180),
        z.literal(365),
      ])
      .default(90),
  })
  .prefault({});

export type LogSettings = z.output<typeof logs>;
