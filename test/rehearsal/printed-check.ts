import { z } from 'zod';

/** A check that a command of the shop prints: lib/steps/check.ts */
export const printedCheck = z.object({
  what: z.string(),
  commands: z.array(z.string()),
  expect: z.string(),
  matches: z.string().optional(),
});

export type PrintedCheck = z.output<typeof printedCheck>;
