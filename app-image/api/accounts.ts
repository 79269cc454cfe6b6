import { z } from 'zod';
import { text } from './text';

export const account = z.object({ id: z.string(), email: z.string(), name: z.string() });
export type Account = z.output<typeof account>;

export const credentials = z.object({
  email: z
    .email()
    .max(254)
    .transform((address) => address.toLowerCase()),
  password: text({ min: 1, max: 200 }),
});

export const registration = credentials.extend({
  /** At least ten characters: length makes a password strong (NIST SP 800-63B). */
  password: text({ min: 10, max: 200 }),
  name: text({ min: 1, max: 100, trim: true }),
});

/** The refresh token is in an httpOnly cookie and never in a body. */
export const session = z.object({
  accessToken: z.string(),
  /** Seconds until the access token expires. */
  expiresIn: z.number().int(),
  account,
});
export type Session = z.output<typeof session>;
