import type { Explanation } from './explanation';
import { text } from './shapes';

/**
 * CloudFormation begins the names of buckets with the name of the stack. S3 keeps these beginnings for itself:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
const reservedByS3 = ['xn--', 'sthree-', 'amzn-s3-demo-'];

function explainName(value: unknown): Explanation | undefined {
  if (typeof value !== 'string') return undefined;
  const start = reservedByS3.find((reserved) => value.startsWith(reserved));
  return start === undefined
    ? undefined
    : {
        rule: `must not start with ${start}: the names of the buckets start with it, and S3 refuses them`,
        instead: `'shop-${value.slice(start.length)}', for instance`,
      };
}

export const name = text(
  new RegExp(`^(?!${reservedByS3.join('|')})[a-z][a-z0-9-]{0,22}[a-z0-9]$`),
  '2 to 24 lower-case letters, digits and hyphens, starting with a letter',
  'production',
  explainName,
);
