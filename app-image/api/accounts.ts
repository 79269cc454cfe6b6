import { z } from 'zod';

export const account = z.object({ id: z.string(), email: z.string(), name: z.string() });
export type Account = z.output<typeof account>;

export const credentials = z.object({
  email: z
    .email()
    .max(254)
    .transform((text) => text.toLowerCase()),
  password: z.string().min(1).max(200),
});

export const registration = credentials.extend({
  /** At least ten characters; length is what makes a password strong (NIST SP 800-63B). */
  password: z.string().min(10).max(200),
  name: z.string().trim().min(1).max(100),
});

/** The refresh token travels in an httpOnly cookie and never in a body. */
export const session = z.object({
  accessToken: z.string(),
  /** Seconds until the access token expires. */
  expiresIn: z.number().int(),
  account,
});
export type Session = z.output<typeof session>;
