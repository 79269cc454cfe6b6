import { reported } from '../rule-cases';

const words = 'must be a list of words, as no shell reads the command';
test.each<[string, object, string[]]>([
  [
    'a command as text',
    { container: { command: 'npm start' } },
    ['container.command', words, "['npm', 'start']"],
  ],
  [
    'a command for a shell',
    { container: { migrateCommand: 'a && b' } },
    ['container.migrateCommand', words, "['sh', '-c', 'a && b']"],
  ],
  [
    'a number in a command',
    { container: { command: ['gunicorn', '-w', 4] } },
    ['container.command[2]', 'must be text', "'4'"],
  ],
  [
    'a number as a variable',
    { container: { environment: { WORKERS: 4 } } },
    ['container.environment.WORKERS', 'must be text, or { notSecret }', "'4'"],
  ],
  [
    'a switch as a variable',
    { container: { environment: { ON: true } } },
    ['container.environment.ON', 'must be text, or { notSecret }', "'true'"],
  ],
  [
    'null as a variable',
    { container: { environment: { N: null } } },
    ['container.environment.N', 'must be text, or { notSecret }', 'a value, or no N'],
  ],
  [
    'undefined as a variable',
    { container: { environment: { U: undefined } } },
    [
      'container.environment.U',
      'must be text, or { notSecret }; it is undefined, as a variable of process.env that is not set',
      'a value, or no U',
    ],
  ],
  [
    'a target switched on',
    { targets: { fargate: true } },
    ['targets.fargate', 'must be { cpu, memoryMiB, tasks, rollout, exec, chroma }', 'fargate: {}'],
  ],
  [
    'a target as null',
    { targets: { fargate: {}, ec2: null } },
    [
      'targets.ec2',
      'must be { instanceType, instances, volumeGiB, cpu, memoryMiB, tasks, spotMaxPriceShare, exec, chroma }',
      'leave it out',
    ],
  ],
  [
    'a schedule switched on',
    { schedule: true },
    ['schedule', 'must be { timeZone, days, start, stop }', '{ start: 7, stop: 19 }, for instance'],
  ],
  [
    'text for a list',
    { domain: { name: 'a.example.com', hostedZoneId: 'Z12345678', aliases: 'b.example.com' } },
    ['domain.aliases', 'must be a list, each a lower-case DNS name', "['b.example.com']"],
  ],
  [
    'an account without quotes',
    { aws: { region: 'eu-west-1', account: 123456789012 } },
    ['aws.account', 'must be 12 digits in quotes', "'123456789012'"],
  ],
  [
    'a word for a switch',
    { database: { multiAz: 'yes' } },
    ['database.multiAz', 'must be true or false', 'true'],
  ],
  [
    'a URL for a name',
    { domain: { name: 'https://Shop.example.com/x', hostedZoneId: 'Z12345678' } },
    ['domain.name', 'must be a lower-case DNS name', "'shop.example.com'"],
  ],
  [
    'a name whose buckets S3 refuses',
    { name: 'sthree-shop' },
    [
      'name',
      'must not start with sthree-: the names of the buckets start with it, and S3 refuses them',
      "'shop-shop', for instance",
    ],
  ],
  [
    'a user above the range of Linux',
    { container: { user: '2147483648:1000' } },
    ['container.user', 'must be a numeric user or user:group, not 0', "'65532:65532', for instance"],
  ],
  [
    'a zone id as the CLI prints it',
    { domain: { name: 'shop.example.com', hostedZoneId: '/hostedzone/Z0123456789ABC' } },
    ['domain.hostedZoneId', 'must be a Route 53 zone id', "'Z0123456789ABC'"],
  ],
  [
    'the name of a zone for its id',
    { domain: { name: 'shop.example.com', hostedZoneId: 'example.com' } },
    [
      'domain.hostedZoneId',
      'must be the id of a Route 53 zone, not its name',
      "the id that this prints: aws route53 list-hosted-zones-by-name --dns-name example.com --query 'HostedZones[0].Id'",
    ],
  ],
  [
    'a model without a profile',
    { ai: { model: 'anthropic.claude-haiku-5-5' } },
    [
      'ai.model',
      "must be an inference profile, as Bedrock serves Claude through those only: a prefix (us., eu., apac., jp., au., in., global.) and the model's id",
      "'global.anthropic.claude-haiku-5-5'",
    ],
  ],
  [
    'one subnet of two',
    {
      network: {
        existingVpc: {
          id: 'vpc-12345678',
          cidr: '10.1.0.0/16',
          zones: ['eu-west-1a', 'eu-west-1b'],
          publicSubnetIds: [],
          privateSubnetIds: ['subnet-12345678'],
          isolatedSubnetIds: ['subnet-12345670', 'subnet-12345671'],
        },
      },
    },
    [
      'network.existingVpc.privateSubnetIds',
      'must be a list of at least 2, each a subnet id',
      "['subnet-0abc1234def567890', 'subnet-0abc1234def567891'], for instance",
    ],
  ],
  [
    'both kinds of countries',
    { edge: { geo: { allow: ['DE'], deny: ['FR'] } } },
    ['edge.geo', 'must be either { allow } or { deny }, not a mix of both', 'allow alone, or deny alone'],
  ],
  [
    'a version of the database',
    { database: { version: 17 } },
    [
      'database.version',
      'must be a field of database: instance, postgres, storageGiB, maxStorageGiB, multiAz, backupRetentionDays, rotationDays, deletionProtection, pool',
      'postgres',
    ],
  ],
])('%s', (_, overrides, problem) => {
  expect(reported(overrides)).toEqual([problem]);
});
