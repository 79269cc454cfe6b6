import { parseDeployment, warningsFor, type Deployment } from '../../../lib/deployment';
import { regionWarnings } from '../../../lib/deployment/region-warnings';
import { servicesRead } from '../../../lib/regions/services';
import { smallest } from './rule-cases';

/** The warnings of a file with these fields, as path and message. */
const warned = (overrides: object = {}) =>
  warningsFor(parseDeployment({ ...smallest, ...overrides })).map(({ path, message }) => [path, message]);
const inRegion = (region: string, overrides: object = {}) => warned({ aws: { region }, ...overrides });

const listing = (region: string) =>
  `aws ec2 describe-availability-zones --region ${region} --query 'AvailabilityZones[].[ZoneId,ZoneName]' --output text`;
const mapped = (region: string) =>
  ` A name such as ${region}a is another zone in each account from before November 2025.`;

const express = { targets: { express: {} }, live: 'express', vectors: 'embedded' };
const vpc = (zones: string[]) => ({
  network: {
    existingVpc: {
      id: 'vpc-0abc12345',
      cidr: '10.1.0.0/16',
      zones,
      publicSubnetIds: [],
      privateSubnetIds: ['subnet-0abc12340', 'subnet-0abc12341'],
      isolatedSubnetIds: ['subnet-0abc12350', 'subnet-0abc12351'],
    },
  },
});

describe('D5: zones that lack something', () => {
  test.each([
    ['us-east-1', 'use1-az3 has no CloudFront VPC origins and no Graviton', "'use1-az1', 'use1-az2'"],
    ['us-west-1', 'usw1-az2 has no CloudFront VPC origins and no Fargate', "'usw1-az1', 'usw1-az3'"],
    [
      'ap-northeast-1',
      'apne1-az3 has no CloudFront VPC origins and no Fargate and no NAT gateways',
      "'apne1-az1', 'apne1-az2'",
    ],
  ])(
    'without aws.zones in %s the plan says which zone, why, and how to find the names',
    (region, lacks, ids) => {
      expect(inRegion(region).filter(([path]) => path === 'aws.zones')).toEqual([
        [
          'aws.zones',
          `CloudFormation takes the first two zones of the account, and zone ${lacks}.${mapped(region)} State two others by id, such as [${ids}], or by name. List both with: ${listing(region)}`,
        ],
      ]);
    },
  );

  test('where names mean the same zone in every account, the plan does not say otherwise', () => {
    expect(inRegion('ca-central-1')).toEqual([
      [
        'aws.zones',
        `CloudFormation takes the first two zones of the account, and zone cac1-az3 has no CloudFront VPC origins. State two others by id, such as ['cac1-az1', 'cac1-az2'], or by name. List both with: ${listing('ca-central-1')}`,
      ],
    ]);
  });

  test.each([
    ['no zone of the region lacks anything', { aws: { region: 'eu-west-1' } }],
    ['zones are stated by name', { aws: { region: 'us-east-1', zones: ['us-east-1a', 'us-east-1b'] } }],
    ['zones are stated by id', { aws: { region: 'us-east-1', zones: ['use1-az1', 'use1-az2'] } }],
    [
      'the ids of an existing VPC are stated',
      { aws: { region: 'us-east-1' }, ...vpc(['use1-az1', 'use1-az2']) },
    ],
    [
      'the deployment uses nothing that a zone lacks',
      {
        ...express,
        aws: { region: 'ca-central-1' },
        edge: { cdn: { enabled: false, optOutReason: 'a partner has a CDN in front' } },
      },
    ],
  ])('nothing is said when %s', (_, overrides) => {
    expect(warned(overrides).filter(([path = '']) => path.endsWith('zones'))).toEqual([]);
  });

  test('names of an existing VPC do not say which zones they are', () => {
    expect(inRegion('us-east-1', vpc(['us-east-1a', 'us-east-1b']))).toContainEqual([
      'network.existingVpc.zones',
      `Zone use1-az3 has no CloudFront VPC origins and no Graviton, and a name does not say which zone it is.${mapped('us-east-1')} List the ids with: ${listing('us-east-1')}. State ids here to have them checked.`,
    ]);
  });

  test.each([['eu-west-1f'], ['eu-west-1z'], ['euw1-az9']])('zone %s is not in AWS’s list', (zone) => {
    const other = zone.includes('az') ? 'euw1-az1' : 'eu-west-1a';
    expect(warned({ aws: { region: 'eu-west-1', zones: [other, zone] } })).toEqual([
      [
        'aws.zones',
        `AWS's list of zones did not have ${zone} on ${servicesRead} (https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html). List those of the account with: ${listing('eu-west-1')}`,
      ],
    ]);
  });
});

describe('D5: regions of which something is unknown or missing', () => {
  test('a region that has to be enabled first', () => {
    expect(inRegion('eu-south-1')).toEqual([
      [
        'aws.region',
        'An account must enable eu-south-1 before its first deployment there, or every AWS call fails with an invalid token. Check it with: aws account get-region-opt-status --region-name eu-south-1',
      ],
    ]);
  });

  test.each([
    ['targets.fargate', 'Fargate', 'AWS_Fargate-Regions', {}],
    ['targets.express', 'ECS Express Mode', 'express-service-overview', express],
  ])('a region that the page of %s does not list', (path, name, page, overrides) => {
    expect(inRegion('ap-southeast-6', overrides)).toContainEqual([
      path,
      `It is unknown whether ap-southeast-6 has ${name}: AWS's page does not list it (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/${page}.html, read on ${servicesRead}). Look there before you deploy.`,
    ]);
  });

  test('a region without Titan searches by words only', () => {
    const [titan] = inRegion('ap-southeast-1');
    expect(titan).toEqual([
      'vectors',
      `ap-southeast-1 has no Titan Text Embeddings V2 (https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-amazon-titan-text-embeddings-v2.html, read on ${servicesRead}), so the shop searches by words only, not by meaning. A region such as 'eu-west-1' has it. vectors: 'embedded' saves the Chroma server, which stays empty.`,
    ]);
    expect(inRegion('ap-southeast-1', { vectors: 'embedded' })[0]?.[1]).toMatch(/'eu-west-1' has it\.$/);
  });

  test('an image that makes no embeddings needs no Titan', () => {
    const overrides = {
      image: { repository: 'team/shop', digest: `sha256:${'0'.repeat(64)}` },
      container: { variables: { URL: 'DATABASE_URL' } },
      vectors: 'embedded',
    };
    expect(inRegion('ap-southeast-1', overrides).filter(([path]) => path === 'vectors')).toEqual([]);
  });

  test('a profile that the card of the model does not list', () => {
    expect(inRegion('ap-northeast-3', { ai: { model: 'jp.anthropic.claude-sonnet-5-5' } })).toEqual([
      [
        'ai.model',
        `The card of this model lists no jp. profile (https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-anthropic-claude-sonnet-5-5.html, read on ${servicesRead}). Look there; without the profile chat answers 503.`,
      ],
    ]);
    expect(inRegion('ap-northeast-3', { ai: { model: 'jp.anthropic.claude-haiku-5-5' } })).toEqual([]);
  });

  test('a region that AWS has named and not opened', () => {
    const eu = parseDeployment(smallest);
    const unopened: Deployment = { ...eu, aws: { ...eu.aws, region: 'me-west-1' } };
    expect(regionWarnings(unopened)).toEqual([
      {
        path: 'aws.region',
        message: `AWS's list of regions did not have me-west-1 on ${servicesRead}, so it is unknown which services it has. Look at https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html before you deploy.`,
      },
    ]);
  });
});
