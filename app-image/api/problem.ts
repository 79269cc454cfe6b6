import { z } from 'zod';

/** Every answer that is not a success (RFC 9457, `application/problem+json`). */
export const problem = z.object({
  /** `about:blank`, or a path under /problems/ that names the kind of problem. */
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  /** The request's id, which the log has as well. */
  instance: z.string(),
  /** One entry a field, when the request did not validate. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.output<typeof problem>;
