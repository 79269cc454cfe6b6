import { z } from 'zod';
import { optedOut, text, wholeBetween } from './shapes';

const countryCode = text(/^[A-Z]{2}$/, 'a two-letter country code in capitals', 'DE');

export const edge = z
  .strictObject({
    /** CloudFront in front of the target. @default true */
    cdn: z.union([z.literal(true), optedOut]).default(true),
    /** Web application firewall: $5 + $1 a rule = $11 a month, and $0.60 a million requests. @default - on */
    waf: z
      .union([
        z.strictObject({
          /** Requests one address may make in five minutes. @default 2000 */
          requestsPer5Minutes: wholeBetween(10, 2_000_000).default(2000),
          /** Requests one address may make to the chat path in one minute. @default 30 */
          chatRequestsPerMinute: wholeBetween(10, 2_000_000).default(30),
        }),
        optedOut,
      ])
      .prefault({}),
    /** Countries that may or may not use the shop. @default - everyone may */
    geo: z
      .union([
        z.strictObject({
          /** Only these countries, by two-letter code. */
          allow: z.array(countryCode).min(1),
        }),
        z.strictObject({
          /** All but these countries, by two-letter code. */
          deny: z.array(countryCode).min(1),
        }),
      ])
      .optional(),
    /** `public` opens the load balancer to the internet over HTTPS. @default 'internal' */
    loadBalancer: z.enum(['internal', 'public']).default('internal'),
    /** Edge locations: North America and Europe, plus Asia and Africa, or all. @default 'europe-america' */
    priceClass: z.enum(['europe-america', 'most', 'all']).default('europe-america'),
  })
  .prefault({});

export type EdgeSettings = z.output<typeof edge>;
/** A firewall that is on. */
export type FirewallSettings = Exclude<EdgeSettings['waf'], { readonly enabled: false }>;
export type GeoSettings = NonNullable<EdgeSettings['geo']>;
