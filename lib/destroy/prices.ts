/** What is billed for as long as it is kept. */
export type Stored =
  'database backup' | 'file system' | 'key' | 'log lines' | 'objects' | 'secret' | 'cache snapshot';

interface Price {
  /** What one unit is: one of it, or a gigabyte of it. */
  readonly unit: 'each' | 'a GB';
  /** USD a month by region. */
  readonly usd: Readonly<Record<string, number>>;
}

/**
 * USD a month, on demand, November 2026, from AWS's price lists. A region that is missing was not looked up.
 * https://aws.amazon.com/rds/postgresql/pricing/ https://aws.amazon.com/efs/pricing/
 * https://aws.amazon.com/kms/pricing/ https://aws.amazon.com/cloudwatch/pricing/
 * https://aws.amazon.com/s3/pricing/ https://aws.amazon.com/secrets-manager/pricing/
 */
const prices: Readonly<Record<Stored, Price>> = {
  'database backup': { unit: 'a GB', usd: { 'us-east-1': 0.095 } },
  'cache snapshot': { unit: 'a GB', usd: {} },
  'file system': { unit: 'a GB', usd: { 'us-east-1': 0.3 } },
  key: { unit: 'each', usd: { 'us-east-1': 1 } },
  'log lines': { unit: 'a GB', usd: { 'us-east-1': 0.03, 'ap-northeast-1': 0.033 } },
  objects: { unit: 'a GB', usd: { 'us-east-1': 0.023, 'eu-west-1': 0.023, 'ap-northeast-1': 0.025 } },
  secret: { unit: 'each', usd: { 'us-east-1': 0.4 } },
};

/** A price of a region, or that of us-east-1 where the region's is not known. */
export interface RegionalPrice {
  readonly unit: Price['unit'];
  /** USD a month. */
  readonly usd: number;
  /** Region of the price. */
  readonly region: string;
}

/** @returns undefined when it is not priced in any region */
export function priceOf(stored: Stored, region: string): RegionalPrice | undefined {
  const { unit, usd } = prices[stored];
  for (const place of [region, 'us-east-1']) {
    const amount = usd[place];
    if (amount !== undefined) return { unit, usd: amount, region: place };
  }
  return undefined;
}
