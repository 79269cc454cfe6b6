import bundle from '../../../app-image/contract/rds-global-bundle.json';
import { inferenceProfiles } from '../../regions/inference-profiles';
import { regionList, supportedPartition } from '../../regions/regions';
import { services, serviceNames, servicesRead } from '../../regions/services';
import { regionTable, type RegionFacts } from '../../regions/table';
import { mappedByAccount, zoneGaps, zoneList } from '../../regions/zones';
import { tableOf } from './section';

const supported = regionTable.filter(({ partition }) => partition === supportedPartition);
const others = regionTable.filter(({ partition }) => partition !== supportedPartition);

/** docs/regions.md: what differs by region and zone, with its sources. */
export function regionsPage(): string {
  return [
    '# Facts by region',
    '',
    '<!-- Written by `npm run docs` from lib/regions. A change to this page is lost. -->',
    '',
    opening,
    '',
    '## Regions',
    '',
    ...tableOf(
      [
        'region',
        'place',
        'opt-in',
        'zones',
        ...columns.map((name) => services[name].name),
        'RDS authorities',
      ],
      supported.map(rowOf),
    ),
    '',
    `[AWS's list of regions](${regionList}) says which ones an account has to enable first.`,
    '',
    '### Sources',
    '',
    ...tableOf(
      ['what', 'when a region is not listed', 'pages'],
      serviceNames.map((name) => [
        services[name].name,
        services[name].unlisted,
        services[name].sources.map((source, index) => `[${index + 1}](${source})`).join(' '),
      ]),
    ),
    '',
    zones,
    '',
    ...tableOf(
      ['zone', 'region', 'has no', 'source'],
      zoneGaps.map(({ zone, region, lacks, evidence, source }) => [
        `\`${zone}\``,
        `\`${region}\``,
        lacks,
        `[${evidence}](${source})`,
      ]),
    ),
    '',
    profiles,
    '',
    ...tableOf(
      ['prefix', 'callable from', 'requests are processed in', 'source'],
      inferenceProfiles.map(({ prefix, sources, furtherSources, destinations, source }) => [
        `\`${prefix}.\``,
        [
          sources === 'any' ? 'every region with Bedrock' : sources.join(', '),
          ...(furtherSources ? [`some models also from ${furtherSources.regions.join(', ')}`] : []),
        ].join('; '),
        destinations.filter(Boolean).join(', ') || 'all commercial regions',
        `[page](${source})`,
      ]),
    ),
    '',
    authorities,
    '',
    partitions,
    '',
    ...tableOf(
      ['region', 'place', 'partition'],
      others.map(({ region, place, partition }) => [`\`${region}\``, place, `\`${partition}\``]),
    ),
    '',
  ].join('\n');
}

/** The logs of the edge are the same for every region, so they have no column. */
const columns = serviceNames.filter((name) => name !== 'edgeLogs');

function rowOf(row: RegionFacts): string[] {
  return [
    `\`${row.region}\``,
    row.place,
    row.optIn,
    row.zones.length === 0 ? 'unknown' : `${row.zones.length}`,
    ...columns.map((name) => row.services.get(name) ?? 'unknown'),
    row.authorities,
  ];
}

const opening = `What a deployment uses and AWS does not offer in every region and zone. The pages of AWS were looked up on
${servicesRead}, in copies from October 2026. A deployment file is refused where something is certainly missing.
Where a fact is unknown, the plan warns and says where to look. To correct a fact, change its row in lib/regions
together with its source.`;

const zones = `## Zones

AWS's [list of zones](${zoneList}) has the id of each zone, such as \`use1-az4\`.
An id is the same zone in every account. A name is not: in ${mappedByAccount.map((region) => `\`${region}\``).join(', ')}
\`us-east-1a\` and its like stand for another zone in each account from before November 2025.

\`\`\`sh
aws ec2 describe-availability-zones --region us-east-1 --query 'AvailabilityZones[].[ZoneId,ZoneName]' --output text
\`\`\`

Without \`aws.zones\` CloudFormation takes the first two zones of the account. State ids, such as
\`aws: { region: 'us-east-1', zones: ['use1-az1', 'use1-az2'] }\`, and they are checked against this table.
AWS does not name the zones that [refuse NAT gateways](https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html#nat-gateway-troubleshooting-unsupported-az);
it calls them constrained.`;

const profiles = `## Inference profiles of Claude

Bedrock serves Claude through [inference profiles](https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html).
A region that is not among those that process requests of every source processes its own.`;

const authorities = `## RDS certificate authorities

app-image/contract/rds-global-bundle.json has the three root authorities of each region: RSA 2048 (the default of
RDS), RSA 4096 and ECC 384. They come from [AWS's global bundle](${bundle.source}),
SHA-256 \`${bundle.sha256}\`. Its authorities of test environments are left out.

| check | result |
| --- | --- |
| each is signed by itself, valid today, and has the key that its name says | a test and the command below check it |
| first source: [lambda-rds-design-patterns](https://github.com/mdevendr/lambda-rds-design-patterns/blob/ba6194c2d20bc5448ff3e70865dd8dd2ea24ca2c/lambda/global-bundle.pem), commit ba6194c (PEM) | its first 108 certificates are the bundle with this SHA-256 |
| second source: [Portfolio](https://github.com/IVY-CHRISTOPHER/Portfolio/blob/0359f87ac45400e0c58c06a929d846a5060980b6/server/global-bundle.pem), commit 0359f87 (PKCS #7) | the same 102 authorities by SHA-256 fingerprint |
| SHA-256 as [PeerDB](https://github.com/PeerDB-io/peerdb) pins it for a download from AWS | the same |

For new authorities download the bundle and run:

\`\`\`sh
npm run rds-authorities --workspace app-image -- global-bundle.pem
\`\`\`

The bundled shop and the function that rotates the login trust the authorities of the database's region and no
others. Another image brings its own.`;

const partitions = `## Other partitions

These regions are refused, because CloudFront, its VPC origin, firewall and certificates stand in us-east-1, which
is in the partition \`${supportedPartition}\`.`;
