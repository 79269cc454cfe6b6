/** AWS's separate clouds. Accounts, ARNs and most services do not cross from one to another. */
export type Partition =
  'aws' | 'aws-cn' | 'aws-us-gov' | 'aws-eusc' | 'aws-iso' | 'aws-iso-b' | 'aws-iso-e' | 'aws-iso-f';

/** One region. `source` says where the name was read. */
export interface Region {
  /** Code such as `eu-west-1`. */
  readonly region: string;
  /** Where it is, in AWS's words. */
  readonly place: string;
  readonly partition: Partition;
  readonly source: string;
}

/**
 * The table of partitions that AWS ships with its SDKs. It was read on 2026-11-25 in botocore 1.44.8
 * and in @aws-sdk/core 3.981.0, which agree. `test/lib/regions` compares the names with the ones that
 * aws-cdk-lib has.
 */
const sdk = 'https://github.com/boto/botocore/blob/1.44.8/botocore/data/partitions.json';

function inPartition(partition: Partition, names: Readonly<Record<string, string>>): readonly Region[] {
  return Object.entries(names).map(([region, place]) => ({ region, place, partition, source: sdk }));
}

/** Every region that AWS has a name for, also those that an account has to enable first. */
export const regions: readonly Region[] = [
  ...inPartition('aws', {
    'af-south-1': 'Africa (Cape Town)',
    'ap-east-1': 'Asia Pacific (Hong Kong)',
    'ap-east-2': 'Asia Pacific (Taipei)',
    'ap-northeast-1': 'Asia Pacific (Tokyo)',
    'ap-northeast-2': 'Asia Pacific (Seoul)',
    'ap-northeast-3': 'Asia Pacific (Osaka)',
    'ap-south-1': 'Asia Pacific (Mumbai)',
    'ap-south-2': 'Asia Pacific (Hyderabad)',
    'ap-southeast-1': 'Asia Pacific (Singapore)',
    'ap-southeast-2': 'Asia Pacific (Sydney)',
    'ap-southeast-3': 'Asia Pacific (Jakarta)',
    'ap-southeast-4': 'Asia Pacific (Melbourne)',
    'ap-southeast-5': 'Asia Pacific (Malaysia)',
    'ap-southeast-6': 'Asia Pacific (New Zealand)',
    'ap-southeast-7': 'Asia Pacific (Thailand)',
    'ca-central-1': 'Canada (Central)',
    'ca-west-1': 'Canada West (Calgary)',
    'eu-central-1': 'Europe (Frankfurt)',
    'eu-central-2': 'Europe (Zurich)',
    'eu-north-1': 'Europe (Stockholm)',
    'eu-south-1': 'Europe (Milan)',
    'eu-south-2': 'Europe (Spain)',
    'eu-west-1': 'Europe (Ireland)',
    'eu-west-2': 'Europe (London)',
    'eu-west-3': 'Europe (Paris)',
    'il-central-1': 'Israel (Tel Aviv)',
    'me-central-1': 'Middle East (UAE)',
    'me-south-1': 'Middle East (Bahrain)',
    'me-west-1': 'Middle East (Saudi Arabia)',
    'mx-central-1': 'Mexico (Central)',
    'sa-east-1': 'South America (Sao Paulo)',
    'sa-west-1': 'South America (Chile)',
    'us-east-1': 'US East (N. Virginia)',
    'us-east-2': 'US East (Ohio)',
    'us-west-1': 'US West (N. California)',
    'us-west-2': 'US West (Oregon)',
  }),
  ...inPartition('aws-cn', { 'cn-north-1': 'China (Beijing)', 'cn-northwest-1': 'China (Ningxia)' }),
  ...inPartition('aws-us-gov', {
    'us-gov-east-1': 'AWS GovCloud (US-East)',
    'us-gov-west-1': 'AWS GovCloud (US-West)',
  }),
  ...inPartition('aws-eusc', { 'eusc-de-east-1': 'AWS European Sovereign Cloud (Germany)' }),
  ...inPartition('aws-iso', { 'us-iso-east-1': 'US ISO East', 'us-iso-west-1': 'US ISO WEST' }),
  ...inPartition('aws-iso-b', {
    'us-isob-east-1': 'US ISOB East (Ohio)',
    'us-isob-west-1': 'US ISOB West',
  }),
  ...inPartition('aws-iso-e', { 'eu-isoe-west-1': 'EU ISOE West' }),
  ...inPartition('aws-iso-f', { 'us-isof-east-1': 'US ISOF EAST', 'us-isof-south-1': 'US ISOF SOUTH' }),
];

const byName: ReadonlyMap<string, Region> = new Map(regions.map((row) => [row.region, row]));

/** The row of a region; undefined when AWS has no region of that name. */
export function regionNamed(name: string): Region | undefined {
  return byName.get(name);
}

/** The partition this product can be deployed to. */
export const supportedPartition: Partition = 'aws';

/**
 * AWS's list of regions, with whether an account has to enable a region before it can use it. Read on
 * 2026-11-25 in a copy of the page from October 2026. A name of the table above that is missing here
 * (me-west-1, sa-west-1) was not open yet.
 */
export const regionList = 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html';

const enabledByDefault = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
];

const disabledByDefault = [
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
];

/** Commercial regions that were open when the list was read, in the order of their names. */
export const openRegions: readonly string[] = [...enabledByDefault, ...disabledByDefault].sort();

/** Whether an account has to enable the region first; `unknown` for a region that AWS's list does not have. */
export function needsOptIn(region: string): 'yes' | 'no' | 'unknown' {
  if (disabledByDefault.includes(region)) return 'yes';
  return enabledByDefault.includes(region) ? 'no' : 'unknown';
}

/** The regions this product can be deployed to, in the order of their names. */
export const supportedRegions: readonly string[] = regions
  .filter(({ partition }) => partition === supportedPartition)
  .map(({ region }) => region);

/** A supported region near one of another partition. Hong Kong is nearer to China and has no Bedrock. */
const nearestSupported: Readonly<Record<Exclude<Partition, 'aws'>, string>> = {
  'aws-cn': 'ap-northeast-1',
  'aws-us-gov': 'us-west-2',
  'aws-eusc': 'eu-central-1',
  'aws-iso': 'us-east-1',
  'aws-iso-b': 'us-east-2',
  'aws-iso-e': 'eu-west-2',
  'aws-iso-f': 'us-east-1',
};

/** A region this product supports, for one in a partition it does not support. */
export function supportedInsteadOf({ partition, region }: Region): string {
  return partition === 'aws' ? region : nearestSupported[partition];
}
