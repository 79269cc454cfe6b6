import { openRegions, supportedRegions } from './regions';

/** Whether a region has a service. `unknown`: AWS's page does not say, so a warning says where to look. */
export type Availability = 'yes' | 'no' | 'unknown';

interface ServiceRow {
  /** Name in messages and in docs/regions.md. */
  readonly name: string;
  /** Pages of AWS's documentation that list the regions. The first one is named in messages. */
  readonly sources: readonly [string, ...string[]];
  /** Commercial regions that the pages list. */
  readonly regions: readonly string[];
  /**
   * What it means that an open region is not listed: `no` where the page is a full list; `unknown` where
   * the page is behind, or does not say.
   */
  readonly unlisted: 'no' | 'unknown';
  /** AWS adds no more regions, so a region that opens later has no such service either. @default false */
  readonly closed?: boolean;
}

/**
 * When the pages were read. The copies that were at hand are of October 2026: those of
 * https://github.com/c2hans/aws-docs, a mirror of AWS's documentation, in the commits 07f049d, 63cf41d,
 * 9a3d9b4, 25c01ef and 0cf8728.
 */
export const servicesRead = '2026-11-25';

const documentation = 'https://docs.aws.amazon.com';

/** The page is from before these regions; ECS has endpoints there. */
const afterTheFargatePage = ['ap-east-2', 'ap-southeast-6'];
const withFargate = openRegions.filter((region) => !afterTheFargatePage.includes(region));

/** What a deployment uses and AWS does not offer in every region. One row a service, with its sources. */
export const services = {
  vpcOrigins: {
    name: 'CloudFront VPC origins',
    sources: [`${documentation}/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html`],
    regions: openRegions,
    unlisted: 'unknown',
  },
  fargate: {
    name: 'Fargate',
    sources: [`${documentation}/AmazonECS/latest/developerguide/AWS_Fargate-Regions.html`],
    regions: withFargate,
    unlisted: 'unknown',
  },
  express: {
    name: 'ECS Express Mode',
    // "in all AWS Regions where Amazon ECS and Fargate are supported"
    sources: [
      `${documentation}/AmazonECS/latest/developerguide/express-service-overview.html`,
      `${documentation}/AmazonECS/latest/developerguide/AWS_Fargate-Regions.html`,
    ],
    regions: withFargate,
    unlisted: 'unknown',
  },
  appRunner: {
    name: 'App Runner',
    sources: [`${documentation}/general/latest/gr/apprunner.html`],
    regions: [
      'ap-northeast-1',
      'ap-south-1',
      'ap-southeast-1',
      'ap-southeast-2',
      'eu-central-1',
      'eu-west-1',
      'eu-west-2',
      'eu-west-3',
      'us-east-1',
      'us-east-2',
      'us-west-2',
    ],
    unlisted: 'no',
    closed: true,
  },
  bedrock: {
    name: 'Amazon Bedrock',
    sources: [
      `${documentation}/general/latest/gr/bedrock.html`,
      `${documentation}/bedrock/latest/userguide/model-card-anthropic-claude-haiku-5-5.html`,
    ],
    regions: openRegions.filter((region) => region !== 'ap-east-1'),
    unlisted: 'no',
  },
  titan: {
    name: 'Titan Text Embeddings V2',
    sources: [`${documentation}/bedrock/latest/userguide/model-card-amazon-titan-text-embeddings-v2.html`],
    regions: [
      'ap-northeast-1',
      'ap-northeast-2',
      'ap-northeast-3',
      'ap-south-1',
      'ap-south-2',
      'ap-southeast-2',
      'ca-central-1',
      'eu-central-1',
      'eu-central-2',
      'eu-north-1',
      'eu-south-1',
      'eu-south-2',
      'eu-west-1',
      'eu-west-2',
      'eu-west-3',
      'sa-east-1',
      'us-east-1',
      'us-east-2',
      'us-west-2',
    ],
    unlisted: 'no',
  },
  edgeLogs: {
    name: 'logs of CloudFront and its firewall',
    // They are made and kept in us-east-1, whatever the region of the deployment is.
    sources: [`${documentation}/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html`],
    regions: supportedRegions,
    unlisted: 'unknown',
  },
  cacheLogs: {
    name: 'log delivery of ElastiCache to CloudWatch Logs',
    sources: [
      `${documentation}/AmazonElastiCache/latest/dg/Log_Delivery.html`,
      `${documentation}/general/latest/gr/elasticache-service.html`,
      `${documentation}/general/latest/gr/cwl_region.html`,
    ],
    regions: openRegions,
    unlisted: 'unknown',
  },
  databaseLogs: {
    name: 'log delivery of RDS to CloudWatch Logs',
    sources: [
      `${documentation}/general/latest/gr/rds-service.html`,
      `${documentation}/general/latest/gr/cwl_region.html`,
    ],
    regions: openRegions,
    unlisted: 'unknown',
  },
} as const satisfies Record<string, ServiceRow>;

export type Service = keyof typeof services;

export const serviceNames = Object.keys(services) as readonly Service[];

/** Whether a commercial region has a service; `unknown` for regions of other partitions. */
export function availability(service: Service, region: string): Availability {
  const { regions, unlisted, closed = false }: ServiceRow = services[service];
  if (regions.includes(region)) return 'yes';
  if (!supportedRegions.includes(region)) return 'unknown';
  return closed || openRegions.includes(region) ? unlisted : 'unknown';
}

/** The page to look at, and when it was read. */
export function whereToLook(service: Service): string {
  return `${services[service].sources[0]}, read on ${servicesRead}`;
}
