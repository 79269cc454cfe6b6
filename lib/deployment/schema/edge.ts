import { z } from 'zod';
import { explainCountry, isCountryCode } from './countries';
import { optedOut, wholeBetween } from './shapes';

const countryCode = z
  .string()
  .refine(isCountryCode)
  .meta({ title: 'a two-letter country code of ISO 3166-1', examples: ['DE'], explain: explainCountry });

export const edge = z
  .strictObject({
    /** CloudFront in front of the target. @default true */
    cdn: z.union([z.literal(true), optedOut]).default(true),
    /** Web application firewall: $5 + $1 a rule = $11 a month, and $0.60 a million requests. Without it App Runner and Express still refuse requests that do not come through CloudFront, for $6.40. @default - on */
    waf: z
      .union([
        z.strictObject({
          /** Requests one address may make in 5 minutes. Range 10–2,000,000. @default 2000 */
          requestsPer5Minutes: wholeBetween(10, 2_000_000).default(2000),
          /** Requests one address may make to the chat path in 1 minute. Range 10–2,000,000. @default 30 */
          chatRequestsPerMinute: wholeBetween(10, 2_000_000).default(30),
        }),
        optedOut,
      ])
      .prefault({}),
    /** Countries that may or may not use the shop. @default - all countries may */
    geo: z
      .union([
        z.strictObject({
          /** The only countries that may, by two-letter code. */
          allow: z.array(countryCode).min(1),
        }),
        z.strictObject({
          /** The countries that may not, by two-letter code. */
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
