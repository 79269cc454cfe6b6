import { services } from './services';

const documentation = 'https://docs.aws.amazon.com';

/** The list of zones, read with the other pages (services.ts). */
export const zoneList = `${documentation}/global-infrastructure/latest/regions/aws-availability-zones.html`;

/**
 * In these regions a name stands for another zone in each account that was created before November 2025.
 * An id is the same zone in every account. https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html
 */
export const mappedByAccount: readonly string[] = [
  'ap-northeast-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'eu-west-1',
  'sa-east-1',
  'us-east-1',
  'us-west-1',
  'us-west-2',
];

/** First part of the ids of a region's zones: `use1` in `use1-az4`. */
const idPrefixes: Readonly<Record<string, string>> = {
  'af-south-1': 'afs1',
  'ap-east-1': 'ape1',
  'ap-east-2': 'ape2',
  'ap-northeast-1': 'apne1',
  'ap-northeast-2': 'apne2',
  'ap-northeast-3': 'apne3',
  'ap-south-1': 'aps1',
  'ap-south-2': 'aps2',
  'ap-southeast-1': 'apse1',
  'ap-southeast-2': 'apse2',
  'ap-southeast-3': 'apse3',
  'ap-southeast-4': 'apse4',
  'ap-southeast-5': 'apse5',
  'ap-southeast-6': 'apse6',
  'ap-southeast-7': 'apse7',
  'ca-central-1': 'cac1',
  'ca-west-1': 'caw1',
  'eu-central-1': 'euc1',
  'eu-central-2': 'euc2',
  'eu-north-1': 'eun1',
  'eu-south-1': 'eus1',
  'eu-south-2': 'eus2',
  'eu-west-1': 'euw1',
  'eu-west-2': 'euw2',
  'eu-west-3': 'euw3',
  'il-central-1': 'ilc1',
  'me-central-1': 'mec1',
  'me-south-1': 'mes1',
  'mx-central-1': 'mxc1',
  'sa-east-1': 'sae1',
  'us-east-1': 'use1',
  'us-east-2': 'use2',
  'us-west-1': 'usw1',
  'us-west-2': 'usw2',
};

/** Numbers of the zones where they are not 1 to 3. */
const zoneNumbers: Readonly<Record<string, readonly number[]>> = {
  'ap-northeast-1': [1, 2, 3, 4],
  'ap-northeast-2': [1, 2, 3, 4],
  // cac1-az3 is not in the list any more. Accounts that used it may still have it.
  'ca-central-1': [1, 2, 4],
  'eu-west-2': [1, 2, 3, 4],
  'us-east-1': [1, 2, 3, 4, 5, 6],
  'us-west-2': [1, 2, 3, 4],
};

/** Every first part of a zone's id, for the schema. */
export const zoneIdPrefixes: readonly string[] = Object.values(idPrefixes);

/** Ids of a region's zones; none for a region whose zones are unknown. */
export function zoneIdsOf(region: string): readonly string[] {
  const prefix = idPrefixes[region];
  if (prefix === undefined) return [];
  return (zoneNumbers[region] ?? [1, 2, 3]).map((number) => `${prefix}-az${number}`);
}

/** Whether a zone is stated by its id, such as `use1-az4`, and not by a name, such as `us-east-1a`. */
export function isZoneId(zone: string): boolean {
  return /-az\d+$/.test(zone);
}

/** The region of a zone, by its name or its id. */
export function regionOfZone(zone: string): string | undefined {
  if (!isZoneId(zone)) return zone.slice(0, -1);
  const prefix = zone.slice(0, zone.indexOf('-'));
  return Object.keys(idPrefixes).find((region) => idPrefixes[region] === prefix);
}

/** Whether AWS's list has the zone. Names have the letters a, b, c and so on, as many as the highest number of an id. */
export function isListedZone(zone: string): boolean {
  const ids = zoneIdsOf(regionOfZone(zone) ?? '');
  if (isZoneId(zone)) return ids.includes(zone) || zoneGaps.some((gap) => gap.zone === zone);
  const highest = Number(/\d+$/.exec(ids.at(-1) ?? '')?.[0] ?? 0);
  return zone.charCodeAt(zone.length - 1) - 'a'.charCodeAt(0) < highest;
}

/** What single zones lack, in the words of messages. */
export type ZoneService = 'CloudFront VPC origins' | 'Fargate' | 'Graviton' | 'NAT gateways';

/** One row: a zone that lacks something its region has. */
export interface ZoneGap {
  /** Id of the zone. */
  readonly zone: string;
  readonly region: string;
  readonly lacks: ZoneService;
  /** `documented` by AWS, or `reported` by people who met it. */
  readonly evidence: 'documented' | 'reported';
  readonly source: string;
}

const [vpcOrigins] = services.vpcOrigins.sources;
const [fargate] = services.fargate.sources;
const armTasks = `${documentation}/AmazonECS/latest/developerguide/ecs-arm64.html`;

/**
 * AWS does not name the zones without NAT gateways; it calls them constrained:
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html
 */
export const zoneGaps: readonly ZoneGap[] = [
  documented('use1-az3', 'us-east-1', 'CloudFront VPC origins', vpcOrigins),
  documented('use1-az3', 'us-east-1', 'Graviton', armTasks),
  documented('usw1-az2', 'us-west-1', 'CloudFront VPC origins', vpcOrigins),
  documented('usw1-az2', 'us-west-1', 'Fargate', fargate),
  documented('apne1-az3', 'ap-northeast-1', 'CloudFront VPC origins', vpcOrigins),
  documented('apne1-az3', 'ap-northeast-1', 'Fargate', fargate),
  {
    zone: 'apne1-az3',
    region: 'ap-northeast-1',
    lacks: 'NAT gateways',
    evidence: 'reported',
    source: 'https://github.com/sysdiglabs/terraform-aws-secure-for-cloud/pull/52',
  },
  documented('cac1-az3', 'ca-central-1', 'CloudFront VPC origins', vpcOrigins),
];

function documented(zone: string, region: string, lacks: ZoneService, source: string): ZoneGap {
  return { zone, region, lacks, evidence: 'documented', source };
}

/** Zones of a region without all of these services. */
export function zonesWithout(used: readonly ZoneService[], region: string): readonly ZoneGap[] {
  return zoneGaps.filter((gap) => gap.region === region && used.includes(gap.lacks));
}
