import { reported } from '../rule-cases';

const noRegion = (name: string) => `must be an AWS region; '${name}' is not one`;
const otherPartition = (name: string, partition: string) =>
  `must be a region of the partition aws; other partitions are not supported yet, because CloudFront, its VPC origin, firewall and certificates stand in us-east-1; ${name} is in the partition ${partition}`;

test.each([
  ['us-est-1', noRegion('us-est-1'), "'us-east-1'"],
  ['eu-west-9', noRegion('eu-west-9'), "'eu-west-1'"],
  ['EU-WEST-1', noRegion('EU-WEST-1'), "'eu-west-1'"],
  ['eu-west-1a', noRegion('eu-west-1a'), "'eu-west-1'"],
  ['Ireland', noRegion('Ireland'), "a region such as 'eu-west-1'"],
  ['cn-north-1', otherPartition('cn-north-1', 'aws-cn'), "'ap-east-1', the nearest region of aws"],
  ['us-gov-west-1', otherPartition('us-gov-west-1', 'aws-us-gov'), "'us-west-2', the nearest region of aws"],
  [
    'eusc-de-east-1',
    otherPartition('eusc-de-east-1', 'aws-eusc'),
    "'eu-central-1', the nearest region of aws",
  ],
])('%s', (region, rule, instead) => {
  expect(reported({ aws: { region } })).toEqual([['aws.region', rule, instead]]);
});

const aZone = 'must be the name of a zone: a region and a letter from a to f';
test.each([
  ['eu-wst-1b', aZone, "'eu-west-1b'"],
  ['eu-west-1', aZone, "'eu-west-1a'"],
  [
    'euw1-az1',
    "must be the name of a zone; 'euw1-az1' is the id of one, and templates take names",
    expect.stringMatching(/describe-availability-zones/),
  ],
])('zone %s', (zone, rule, instead) => {
  const aws = { region: 'eu-west-1', zones: [zone, 'eu-west-1c'] };
  expect(reported({ aws })).toEqual([['aws.zones[0]', rule, instead]]);
});

test('the regions of ARNs are checked as well', () => {
  const domain = {
    name: 'shop.example.com',
    certificateArn: 'arn:aws:acm:us-est-1:123456789012:certificate/1',
  };
  expect(reported({ domain })).toEqual([
    [
      'domain.certificateArn',
      "must be an ARN in an AWS region; 'us-est-1' is not one",
      "'arn:aws:acm:us-east-1:123456789012:certificate/1'",
    ],
  ]);
  const china = 'arn:aws-cn:ecr:cn-north-1:123456789012:repository/shop';
  expect(reported({ image: { repository: china, digest: `sha256:${'0'.repeat(64)}` } })).toEqual([
    [
      'image.repository',
      'must be an ARN of the partition aws, where the deployment is; this one is of aws-cn',
      'an ARN that starts with arn:aws:ecr:',
    ],
  ]);
});
