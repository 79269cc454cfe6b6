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
  ['cn-north-1', otherPartition('cn-north-1', 'aws-cn'), "'ap-northeast-1', the nearest region of aws"],
  ['us-gov-west-1', otherPartition('us-gov-west-1', 'aws-us-gov'), "'us-west-2', the nearest region of aws"],
  [
    'eusc-de-east-1',
    otherPartition('eusc-de-east-1', 'aws-eusc'),
    "'eu-central-1', the nearest region of aws",
  ],
])('%s', (region, rule, instead) => {
  expect(reported({ aws: { region } })).toEqual([['aws.region', rule, instead]]);
});

const aZone = "must be a zone: its name, a region and a letter, or its id, such as 'euw1-az1'";
const noId = (id: string) => `must be a zone; '${id}' is the id of none in the partition aws`;
const smallZone = (name: string) =>
  `must be an availability zone; '${name}' is a Local Zone or a Wavelength Zone, which have no Fargate and no Multi-AZ database`;
test.each([
  ['eu-wst-1b', aZone, "'eu-west-1b'"],
  ['eu-west-1', aZone, "'eu-west-1a'"],
  ['EU-WEST-1A', aZone, "'eu-west-1a'"],
  ['us-east-1-bos-1a', smallZone('us-east-1-bos-1a'), "a zone of the region, such as 'us-east-1a'"],
  [
    'us-east-1-wl1-bos-wlz-1',
    smallZone('us-east-1-wl1-bos-wlz-1'),
    "a zone of the region, such as 'us-east-1a'",
  ],
  ['eu-west-1-az2', noId('eu-west-1-az2'), "'euw1-az2'"],
  ['usee1-az2', noId('usee1-az2'), "'use1-az2'"],
  ['cnn1-az1', noId('cnn1-az1'), expect.any(String)],
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
