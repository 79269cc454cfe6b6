import { z } from 'zod';

export const health = z.object({ status: z.literal('ok'), version: z.string(), uptimeSeconds: z.number() });

const dependencyState = z.object({
  name: z.enum(['database', 'cache', 'vectors', 'assistant']),
  /** `off`: not configured. `degraded`: unavailable, and not needed to sell. `down`: unavailable and needed. */
  state: z.enum(['up', 'degraded', 'down', 'off']),
  latencyMs: z.number().nullable(),
});

export const readiness = z.object({ ready: z.boolean(), dependencies: z.array(dependencyState) });
export type Readiness = z.output<typeof readiness>;

export const flagStates = z.record(z.string(), z.boolean());
