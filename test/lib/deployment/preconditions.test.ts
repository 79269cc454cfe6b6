import { parseDeployment, warningsFor } from '../../../lib/deployment';
import { smallest } from './rule-cases';

const warned = (overrides: object) =>
  warningsFor(parseDeployment({ ...smallest, ...overrides })).map(
    ({ path, message }) => `${path}: ${message}`,
  );

const existingVpc = {
  id: 'vpc-0abc12345',
  cidr: '10.1.0.0/16',
  zones: ['eu-west-1a', 'eu-west-1b'],
  publicSubnetIds: ['subnet-0abc12360', 'subnet-0abc12361'],
  privateSubnetIds: ['subnet-0abc12340', 'subnet-0abc12341'],
  isolatedSubnetIds: ['subnet-0abc12350', 'subnet-0abc12351'],
};
const network = { existingVpc };
const embedded = { vectors: 'embedded' } as const;
const onEc2 = { targets: { ec2: {} }, live: 'ec2' } as const;
const hostedZoneId = 'Z0123456789';

describe('an existing VPC', () => {
  const gateway = expect.stringMatching(
    /^network\.existingVpc: An internet gateway must be attached to vpc-0abc12345.*describe-internet-gateways/,
  );
  const hostNames = expect.stringMatching(
    /^network\.existingVpc: DNS resolution and DNS host names must be on/,
  );

  test('has an internet gateway for the VPC origin, and DNS host names for Chroma', () => {
    expect(warned({ network })).toEqual([gateway, hostNames]);
    expect(warned({ network: { existingVpc: { ...existingVpc, publicSubnetIds: [] } } })).toEqual([
      gateway,
      hostNames,
    ]);
  });

  test('needs no DNS host names without Chroma', () => {
    expect(warned({ network, ...embedded })).toEqual([gateway]);
    expect(warned({ network, ...embedded, ...onEc2 })).toEqual([gateway]);
    expect(warned({ network, ...embedded, targets: { express: {} }, live: 'express' })).toEqual([gateway]);
  });

  test('needs no gateway for a VPC origin where there is none', () => {
    const apprunner = { targets: { apprunner: { acknowledgeClosed: true } }, live: 'apprunner' };
    expect(warned({ network, ...embedded, ...apprunner })).toEqual([]);
    const open = {
      edge: { loadBalancer: 'public' },
      domain: { name: 'shop.example.com', hostedZoneId },
    };
    expect(warned({ network, ...embedded, ...open })).toEqual([]);
  });

  test('is the only kind with these conditions: a new VPC meets them', () => {
    expect(warned({})).toEqual([]);
  });
});

test.each(['11.0.0.0/16', '172.32.0.0/16', '100.128.0.0/16', '192.169.0.0/16', '8.8.0.0/16'])(
  '%s hides hosts of the internet from the VPC',
  (cidr) => {
    const message = expect.stringContaining(`${cidr} has public addresses`);
    expect(warned({ network: { cidr } })).toEqual([message]);
    expect(warned({ network: { existingVpc: { ...existingVpc, cidr } }, ...embedded })).toContainEqual(
      message,
    );
  },
);

test.each([
  '10.255.0.0/16',
  '172.31.0.0/16',
  '192.168.0.0/16',
  '100.64.0.0/16',
  '100.127.0.0/16',
  '198.19.0.0/16',
])('%s is private', (cidr) => {
  expect(warned({ network: { cidr } })).toEqual([]);
});

test("a peer in the range of Docker's bridge is out of reach for tasks on instances only", () => {
  const peers = { network: { peerCidrs: ['192.168.0.0/16', '172.16.0.0/12'] } };
  expect(warned({ ...peers, ...onEc2 })).toEqual([
    expect.stringMatching(/^network\.peerCidrs\.1: Tasks on ec2 cannot reach .* of 172\.16\.0\.0\/12/),
  ]);
  expect(warned(peers)).toEqual([]);
});

describe('what is in another account', () => {
  const aws = { region: 'eu-west-1', account: '123456789012' };
  const MAIL = {
    arn: 'arn:aws:secretsmanager:eu-west-1:210987654321:secret:shop/mail-AbCdEf',
    kmsKeyArn: 'arn:aws:kms:eu-west-1:210987654321:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  };
  const digest = `sha256:${'0'.repeat(64)}`;
  const repository = 'arn:aws:ecr:eu-west-1:210987654321:repository/shop';

  test('allows the account of the deployment to read a secret', () => {
    expect(warned({ aws, container: { secrets: { MAIL } } })).toEqual([
      expect.stringMatching(
        /^container\.secrets\.MAIL: .* account 210987654321.*GetSecretValue.*kms:Decrypt.* 123456789012\.$/,
      ),
    ]);
    expect(warned({ aws, container: { secrets: { MAIL: { generate: 32 } } } })).toEqual([]);
    expect(warned({ aws: { ...aws, account: '210987654321' }, container: { secrets: { MAIL } } })).toEqual(
      [],
    );
  });

  test('allows it to pull the image', () => {
    const about = (image: object, account = aws.account) =>
      warned({ aws: { ...aws, account }, image }).filter((line) => line.startsWith('image.repository'));
    expect(about({ repository, digest })).toEqual([
      expect.stringMatching(/account 210987654321.*ecr:BatchGetImage/),
    ]);
    expect(about({ repository, digest }, '210987654321')).toEqual([]);
    expect(about({ repository: 'shop', digest })).toEqual([]);
  });
});

describe('names', () => {
  const aliases = (count: number) => Array.from({ length: count }, (_, index) => `shop-${index}.example.com`);
  const name = 'shop.example.com';

  test('above ten need a higher quota for a certificate that is made here', () => {
    expect(warned({ domain: { name, aliases: aliases(9), hostedZoneId } })).toEqual([]);
    expect(warned({ domain: { name, aliases: aliases(10), hostedZoneId } })).toEqual([
      expect.stringMatching(/^domain\.aliases: The default quota of ACM is 10 names.*needs 11/),
    ]);
    const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/1b2c';
    expect(warned({ domain: { name, aliases: aliases(10), certificateArn } })).toEqual([]);
  });

  test('with a top-level domain that is not listed may be mistyped', () => {
    expect(warned({ domain: { name: 'shop.example.con', hostedZoneId } })).toEqual([
      expect.stringMatching(/^domain\.name: \.con is not in the public suffix list/),
    ]);
  });
});
