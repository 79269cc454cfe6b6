import { zoneIdPrefixes, zoneIdsOf } from '../../regions/zones';
import { regionNamed, supportedInsteadOf, supportedPartition, supportedRegions } from '../../regions/regions';
import { nearest } from '../report/nearest';
import type { Explanation } from './explanation';
import { text } from './shapes';

/** Why only one partition. Each of the parts named here stands in us-east-1, which is in `aws`. */
const oneCloud =
  `must be a region of the partition ${supportedPartition}; other partitions are not supported yet, ` +
  'because CloudFront, its VPC origin, firewall and certificates stand in us-east-1';

/** What is wrong with the name of a region. */
function explainRegion(value: unknown): Explanation | undefined {
  if (typeof value !== 'string') return undefined;
  const row = regionNamed(value);
  if (row && row.partition !== supportedPartition)
    return {
      rule: `${oneCloud}; ${value} is in the partition ${row.partition}`,
      instead: `'${supportedInsteadOf(row)}', the nearest region of ${supportedPartition}`,
    };
  if (row) return undefined;
  const zone = /^(.+)[a-f]$/.exec(value)?.[1];
  const meant = zone !== undefined && regionNamed(zone) ? zone : nearest(value.trim(), supportedRegions);
  return {
    rule: `must be an AWS region; '${value}' is not one`,
    instead: meant === undefined ? "a region such as 'eu-west-1'" : `'${meant}'`,
  };
}

/** Code of a region this product can be deployed to. */
export const region = text(
  new RegExp(`^(${supportedRegions.join('|')})$`),
  'the code of an AWS region',
  'eu-west-1',
  explainRegion,
);

/** Other places that EC2 calls zones: `us-east-1-bos-1a` (Local Zone), `us-east-1-wl1-bos-wlz-1` (Wavelength Zone). */
const smallZone = /^([a-z]{2,}(?:-[a-z]+)+-\d)-[a-z0-9-]+$/;

/** What is wrong with the name or the id of a zone. */
function explainZone(value: unknown): Explanation | undefined {
  if (typeof value !== 'string') return undefined;
  const [, mixed, number] = /^(.+)-az(\d+)$/.exec(value) ?? [];
  if (mixed !== undefined && number !== undefined) return explainZoneId(value, mixed, number);
  const around = smallZone.exec(value)?.[1];
  if (around !== undefined && regionNamed(around))
    return {
      rule: `must be an availability zone; '${value}' is a Local Zone or a Wavelength Zone, which have no Fargate and no Multi-AZ database`,
      instead: `a zone of the region, such as '${around}a'`,
    };
  const [, named, letter = 'a'] = /^(.*?)([a-z])?$/i.exec(value) ?? [];
  const wrong = named === undefined ? undefined : explainRegion(named);
  const meant = /^'([^']+)'/.exec(wrong?.instead ?? '')?.[1] ?? named;
  return {
    rule: "must be a zone: its name, a region and a letter, or its id, such as 'euw1-az1'",
    instead:
      meant !== undefined && regionNamed(meant)
        ? `'${meant}${letter.toLowerCase()}'`
        : "a zone such as 'eu-west-1a'",
  };
}

/** The id of a zone starts with a short form of the region: `use1` for us-east-1. */
function explainZoneId(value: string, start: string, number: string): Explanation {
  const id = zoneIdsOf(start).find((known) => known.endsWith(`-az${number}`));
  const near = nearest(start, zoneIdPrefixes);
  return {
    rule: `must be a zone; '${value}' is the id of none in the partition ${supportedPartition}`,
    instead:
      id !== undefined || near !== undefined
        ? `'${id ?? `${near}-az${number}`}'`
        : 'one that this command lists: aws ec2 describe-availability-zones',
  };
}

/** Name or id of an availability zone. https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html */
export const zone = text(
  new RegExp(`^(?:(?:${supportedRegions.join('|')})[a-z]|(?:${zoneIdPrefixes.join('|')})-az\\d{1,2})$`),
  'the name or the id of a zone',
  'eu-west-1a',
  explainZone,
);

interface Arn {
  readonly service: 'acm' | 'ecr' | 'kms' | 'secretsmanager';
  /** What follows the account, as the source of a regular expression. */
  readonly resource: string;
}

/** The form of an ARN in a region and partition this product supports. */
export function arnOf({ service, resource }: Arn): string {
  return `arn:${supportedPartition}:${service}:(?:${supportedRegions.join('|')}):\\d{12}:${resource}`;
}

/** What is wrong with the partition, the region or the account of an ARN that is otherwise of the right service. */
export function explainArn(value: unknown, service: Arn['service']): Explanation | undefined {
  if (typeof value !== 'string' || !value.startsWith('arn:')) return undefined;
  const [, partition = '', named = '', place = '', account = '', ...resource] = value.split(':');
  if (named !== service) return undefined;
  const inPlace = (meant: string) =>
    `'${['arn', supportedPartition, service, meant, account, ...resource].join(':')}'`;
  if (partition !== supportedPartition)
    return {
      rule: `must be an ARN of the partition ${supportedPartition}, where the deployment is; this one is of ${partition}`,
      instead: `an ARN that starts with arn:${supportedPartition}:${service}:`,
    };
  const wrong = explainRegion(place);
  if (wrong) {
    const meant = /^'([^']+)'$/.exec(wrong.instead)?.[1];
    return {
      rule: `must be an ARN in an AWS region; '${place}' is not one`,
      instead: meant === undefined ? wrong.instead : inPlace(meant),
    };
  }
  if (!/^\d{12}$/.test(account))
    return {
      rule: `must be an ARN with an account of 12 digits; this one has '${account}'`,
      instead: `an ARN that starts with arn:${supportedPartition}:${service}:${place}:123456789012:`,
    };
  return undefined;
}

/** A certificate of AWS Certificate Manager. */
export const certificateArn = text(
  new RegExp(`^${arnOf({ service: 'acm', resource: 'certificate\\/[\\w-]+' })}$`),
  'the ARN of a certificate',
  'arn:aws:acm:us-east-1:123456789012:certificate/1b2c3d',
  (value) => explainArn(value, 'acm'),
);
