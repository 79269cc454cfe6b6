import { z } from 'zod';

export const logs = z
  .strictObject({
    /** Days logs are kept, those of the network aside. @default 90 */
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
