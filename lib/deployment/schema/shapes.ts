import { z } from 'zod';

/** Something risky that is switched off on purpose: the reason is part of the type, so it shows in review. */
export const optedOut = z.strictObject({
  enabled: z.literal(false),
  optOutReason: z.string().min(10, 'says in a sentence why the protection is not needed here'),
});

/** An IPv4 network in CIDR notation, such as `10.0.0.0/16`. */
export const ipv4Cidr = z.cidrv4();

/** A DNS name in lower case, without a trailing dot. */
export const domainName = z
  .string()
  .regex(
    /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    'is a lower-case DNS name such as shop.example.com',
  );

/** A name an environment variable may have. */
export const variableName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is letters, digits and _, not starting with a digit');

export const positive = z.number().positive();
export const wholeBetween = (least: number, most: number) => z.number().int().min(least).max(most);
