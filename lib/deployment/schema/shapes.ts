import { z } from 'zod';
import type { Explanation } from './explanation';

/** What a field's words and example are for the report and for docs/deployment-file.md. */
export interface Wording {
  /** What the field takes, as in "must be a region code". */
  readonly title?: string;
  readonly examples?: readonly string[];
  /** A value as it is written in a file, for a field that is no text. */
  readonly sample?: string;
  /** Says more about one wrong value: why, and what was most likely meant. Undefined for all other values. */
  readonly explain?: (value: unknown) => Explanation | undefined;
}

/**
 * Text of one form.
 *
 * @param what what it is, as in "must be a region code"
 * @param example a value of that form
 * @param explain says more about a value of another form
 */
export const text = (form: RegExp, what: string, example: string, explain?: Wording['explain']) =>
  z
    .string()
    .regex(form)
    .meta({ title: what, examples: [example], ...(explain && { explain }) });

/** Something risky that is switched off on purpose: the reason is part of the type, so it shows in review. */
export const optedOut = z.strictObject({
  enabled: z.literal(false),
  /** Why the protection is not needed here. At least 10 characters. */
  optOutReason: z
    .string()
    .min(10)
    .meta({
      title: 'a sentence of at least 10 characters that says why the protection is not needed',
      examples: ['only synthetic data, rebuilt every night'],
    }),
});

const octet = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';

/** An IPv4 network in CIDR notation, such as `10.0.0.0/16`. */
export const ipv4Cidr = text(
  new RegExp(`^(${octet}\\.){3}${octet}/(3[0-2]|[12]?\\d)$`),
  'an IPv4 network in CIDR notation',
  '10.0.0.0/16',
);

/** A name an environment variable may have. */
export const variableName = text(
  /^[A-Za-z_][A-Za-z0-9_]*$/,
  'letters, digits and _, not starting with a digit',
  'LOG_LEVEL',
);

/** A whole number in a range, both ends included. */
export const wholeBetween = (least: number, most: number) => z.number().int().min(least).max(most);
