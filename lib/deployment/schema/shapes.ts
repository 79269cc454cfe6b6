import { z } from 'zod';

/** What a field's words and example are for the report and for docs/deployment-file.md. */
export interface Wording {
  /** The kind of text, as in "is a region code". */
  readonly title?: string;
  readonly examples?: readonly string[];
}

/** Text of one form; `what` and `example` stand in the report when it has another. */
export const text = (form: RegExp, what: string, example: string) =>
  z
    .string()
    .regex(form, `is ${what}, such as ${example}`)
    .meta({ title: what, examples: [example] });

/** Something risky that is switched off on purpose: the reason is part of the type, so it shows in review. */
export const optedOut = z.strictObject({
  enabled: z.literal(false),
  /** Why the protection is not needed here, in a sentence of at least ten letters. */
  optOutReason: z
    .string()
    .min(10, 'says in a sentence why the protection is not needed here')
    .meta({
      title: 'a sentence of at least ten letters',
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

/** A DNS name in lower case, without a trailing dot. */
export const domainName = text(
  /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
  'a lower-case DNS name',
  'shop.example.com',
);

export const region = text(/^[a-z]{2}(-[a-z]+)+-\d$/, 'a region code', 'eu-west-1');

export const zone = text(/^[a-z]{2}(-[a-z]+)+-\d[a-z]$/, 'a zone name', 'eu-west-1a');

/** A certificate of AWS Certificate Manager. */
export const certificateArn = text(
  /^arn:aws[\w-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/,
  'the ARN of a certificate',
  'arn:aws:acm:us-east-1:123456789012:certificate/1b2c3d',
);

export const absolutePath = text(/^\//, 'a path that starts with /', '/tmp');

/** A name an environment variable may have. */
export const variableName = text(
  /^[A-Za-z_][A-Za-z0-9_]*$/,
  'letters, digits and _, not starting with a digit',
  'LOG_LEVEL',
);

export const wholeBetween = (least: number, most: number) => z.number().int().min(least).max(most);
