import { problemsOf, smallest } from './rule-cases';

/** What the report says about a value: where, what must hold and what to write. */
const reported = (overrides: object) =>
  problemsOf({ ...smallest, ...overrides }).map(({ path, rule, instead }) => [path, rule, instead]);
const inContainer = (container: object) => reported({ container });

const noRegion = (name: string) => `must be an AWS region; '${name}' is not one`;
const otherPartition = (name: string, partition: string) =>
  `must be a region of the partition aws; other partitions are not supported yet, because CloudFront, its VPC origin, firewall and certificates stand in us-east-1; ${name} is in the partition ${partition}`;

describe('regions', () => {
  test.each([
    ['us-est-1', noRegion('us-est-1'), "'us-east-1'"],
    ['eu-west-9', noRegion('eu-west-9'), "'eu-west-1'"],
    ['EU-WEST-1', noRegion('EU-WEST-1'), "'eu-west-1'"],
    ['eu-west-1a', noRegion('eu-west-1a'), "'eu-west-1'"],
    ['Ireland', noRegion('Ireland'), "a region such as 'eu-west-1'"],
    ['cn-north-1', otherPartition('cn-north-1', 'aws-cn'), "'ap-east-1', the nearest region of aws"],
    [
      'us-gov-west-1',
      otherPartition('us-gov-west-1', 'aws-us-gov'),
      "'us-west-2', the nearest region of aws",
    ],
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
});

describe('numbers', () => {
  test.each([
    [0, '1'],
    [-5, '1'],
    [36, '35'],
    [2.5, '3'],
    [1e300, '35'],
    ['30', '30'],
    ['many', '14, the default, or leave it out'],
    [NaN, '14, the default, or leave it out'],
    [null, 'leave it out'],
  ])('backupRetentionDays: %p → %s, a value that is accepted', (backupRetentionDays, instead) => {
    expect(reported({ database: { backupRetentionDays } })).toEqual([
      ['database.backupRetentionDays', 'must be a whole number from 1 to 35', instead],
    ]);
  });

  test.each([
    [45, '60'],
    [44, '30'],
    [1, '7'],
    [400, '365'],
    ['14', '14'],
  ])('logs.retentionDays: %p → the nearest of the values, %s', (retentionDays, instead) => {
    expect(reported({ logs: { retentionDays } })).toEqual([
      ['logs.retentionDays', 'must be one of 7, 14, 30, 60, 90, 180, 365', instead],
    ]);
  });

  test('a flag above 100 percent', () => {
    expect(reported({ flags: { checkout: 101 } })).toEqual([
      ['flags.checkout', 'must be true or false, or a whole number from 0 to 100', '100'],
    ]);
  });
});

describe('paths', () => {
  const url = 'must be the path of a URL: it starts with / and has no query, fragment, space, . or ..';
  test.each([
    ['/health?x=1#y', "'/health'"],
    ['health', "'/health'"],
    ['https://shop.example.com/up', "'/up'"],
    ['/../up', "'/up'"],
    ['//up', "'/up'"],
    ['/a b', "'/api/health', for instance"],
    [false, 'leave it out'],
    [5, "'/api/health', for instance"],
  ])('healthPath: %p', (healthPath, instead) => {
    expect(inContainer({ healthPath })).toEqual([['container.healthPath', url, instead]]);
  });

  test.each(['/', '/up', '/api/health/', '/a.b/~c', '/%20', '/a:b@c'])(
    'healthPath: %s is accepted',
    (healthPath) => {
      expect(inContainer({ healthPath })).toEqual([]);
    },
  );

  const system = (directory: string) =>
    `must not be ${directory}: an empty directory in its place hides what the image needs there`;
  const directory = 'must be the path of a directory: it starts with / and has no ., .., // or / at its end';
  const another = "a directory of the application, such as '/tmp' or '/app/cache'";
  test.each([
    ['/', system('the root'), another],
    ['/../etc', system('the system directory /etc'), another],
    ['/etc/ssl', system('the system directory /etc/ssl'), another],
    ['/proc', system('the system directory /proc'), another],
    ['/dev/shm', system('the system directory /dev/shm'), another],
    ['/usr', system('the system directory /usr'), another],
    ['/usr/bin/', system('the system directory /usr/bin'), another],
    ['/tmp/', directory, "'/tmp'"],
    ['tmp', directory, "'/tmp'"],
    ['/a/../tmp', directory, "'/tmp'"],
    ['/a//b', directory, "'/a/b'"],
    ['', directory, "'/tmp', for instance"],
    ['/a b', directory, "'/tmp', for instance"],
  ])('writablePaths: %p', (path, rule, instead) => {
    expect(inContainer({ writablePaths: [path] })).toEqual([['container.writablePaths[0]', rule, instead]]);
  });

  test.each(['/tmp', '/usr/src/app/tmp', '/var/cache/nginx', '/etcetera', '/app/.cache', '/home/app'])(
    '%s may be writable',
    (path) => {
      expect(inContainer({ writablePaths: [path] })).toEqual([]);
    },
  );
});

describe('values of another kind', () => {
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
      { cache: { multiAz: 'yes' } },
      ['cache.multiAz', 'must be true or false', 'true'],
    ],
    [
      'a URL for a name',
      { domain: { name: 'https://Shop.example.com/x', hostedZoneId: 'Z12345678' } },
      ['domain.name', 'must be a lower-case DNS name', "'shop.example.com'"],
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
});

describe('countries', () => {
  test.each([
    ['UK', "'GB' for United Kingdom"],
    ['EN', "'GB' for United Kingdom"],
    ['EL', "'GR' for Greece"],
    ['de', "'DE' for Germany"],
    ['germany', "'DE' for Germany"],
    ['XX', "'DE', for instance"],
    [49, "'DE', for instance"],
  ])('%s', (country, instead) => {
    expect(reported({ edge: { geo: { allow: [country] } } })).toEqual([
      ['edge.geo.allow[0]', 'must be a two-letter country code of ISO 3166-1', instead],
    ]);
  });
});

describe('secrets and variables of the container', () => {
  const arn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/mail-AbCdEf';
  const forms = 'must be { generate } for a new random value, or { arn, key? } for an existing secret';
  const complete = 'must be the complete ARN of a Secrets Manager secret, with the 6 characters at its end';
  const print = 'the ARN that this prints: aws secretsmanager describe-secret --secret-id NAME --query ARN';
  const parameterStore = [
    `${forms}; values of Systems Manager Parameter Store are not supported`,
    `{ arn: '${arn}' }, a secret in Secrets Manager with the parameter's value`,
  ];
  test.each<[unknown, string, string[]]>([
    [
      'hush',
      '',
      [
        `${forms}; a value in this file could be read by everyone who can read the file`,
        `{ generate: 64 } or { arn: '${arn}' }`,
      ],
    ],
    [arn, '', [forms, `{ arn: '${arn}' }`]],
    [{ ssm: '/shop/mail' }, '', parameterStore],
    [{ arn: 'arn:aws:ssm:eu-west-1:123456789012:parameter/shop' }, '.arn', parameterStore],
    [
      { arn: `${arn}:password::` },
      '.arn',
      [
        'must be the ARN of a secret alone; a key inside the secret has a field of its own',
        `arn: '${arn}', key: 'password'`,
      ],
    ],
    [
      { arn: `${arn}::` },
      '.arn',
      ['must be the ARN of a secret alone; a key inside the secret has a field of its own', `arn: '${arn}'`],
    ],
    [
      { arn: `${arn}:password:AWSPREVIOUS:` },
      '.arn',
      [
        'must be the ARN of a secret alone; the version that is current is always read',
        `arn: '${arn}', key: 'password'`,
      ],
    ],
    [{ arn: arn.slice(0, -7) }, '.arn', [complete, print]],
    [
      { arn: arn.replace('eu-west-1', 'eu-wst-1') },
      '.arn',
      ["must be an ARN in an AWS region; 'eu-wst-1' is not one", `'${arn}'`],
    ],
    [{ generate: 31 }, '.generate', ['must be a whole number from 32 to 128', '32']],
    [{ generate: 129 }, '.generate', ['must be a whole number from 32 to 128', '128']],
    [
      { generate: 32, arn },
      '',
      ['must be either { generate } or { arn, key }, not a mix of both', 'generate alone, or arn alone'],
    ],
    [true, '', ['must be { generate }, or { arn, key }', '{ generate: 64 }, for instance']],
  ])('a secret from %j', (source, below, problem) => {
    expect(inContainer({ secrets: { MAIL: source } })).toEqual([
      [`container.secrets.MAIL${below}`, ...problem],
    ]);
  });

  test('a swapped map of variables is printed the right way round', () => {
    expect(
      inContainer({ variables: { DATABASE_URL: 'WEB_DB', JWT_SECRET: 'SECRET_KEY', PORT: 'PORT' } }),
    ).toEqual([
      [
        'container.variables',
        "must be { NAME_THE_IMAGE_READS: 'CONTRACT_VARIABLE' }; this map is the other way round",
        "variables: { WEB_DB: 'DATABASE_URL', SECRET_KEY: 'JWT_SECRET', PORT: 'PORT' }",
      ],
    ]);
  });

  test('a value that may be a secret is not repeated', () => {
    const problems = problemsOf({
      ...smallest,
      container: { variables: { JWT_SECRET: 'hush', DATABASE_URL: 'DB' } },
    });
    expect(JSON.stringify(problems)).not.toContain('hush');
  });

  test('a static AWS key is not repeated either', () => {
    const environment = { AWS_ACCESS_KEY_ID: 'hush' };
    expect(JSON.stringify(problemsOf({ ...smallest, container: { environment } }))).not.toContain('hush');
  });
});

describe('images', () => {
  const digest = `sha256:${'0'.repeat(64)}`;
  const threeForms =
    "must be 'bundled', { directory } with a Dockerfile, or { repository, digest } in ECR; other registries are not supported yet";
  const example = `sha256:${'0123456789abcdef'.repeat(4)}`;
  test.each([
    [
      'ghcr.io/team/shop:1',
      `{ repository: 'team/shop', digest: '${example}' }, after you copied the image to that ECR repository`,
    ],
    [
      'nginx',
      `{ repository: 'nginx', digest: '${example}' }, after you copied the image to that ECR repository`,
    ],
    [
      '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1',
      `{ repository: 'arn:aws:ecr:eu-west-1:123456789012:repository/shop', digest: '${example}' }`,
    ],
    ['../shop', "{ directory: '../shop' }"],
    ['bundeld', "'bundled'"],
  ])('%s', (image, instead) => {
    expect(reported({ image })).toEqual([['image', threeForms, instead]]);
  });

  test.each([
    [
      'ghcr.io/team/shop',
      'must be a repository in ECR; images of ghcr.io are not supported yet',
      "the name of an ECR repository that you copied the image to: 'team/shop'",
    ],
    [
      'localhost:5000/shop',
      'must be a repository in ECR; images of localhost:5000 are not supported yet',
      "the name of an ECR repository that you copied the image to: 'shop'",
    ],
    [
      '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1',
      'must be the name or the ARN of an ECR repository, not its address',
      "'arn:aws:ecr:eu-west-1:123456789012:repository/shop'",
    ],
    ['team/shop:latest', 'must be a repository without a tag; digest says which image', "'team/shop'"],
  ])('repository %s', (repository, rule, instead) => {
    expect(reported({ image: { repository, digest } })).toEqual([['image.repository', rule, instead]]);
  });
});

test('every rule line says what must hold', () => {
  const wrong = {
    name: 'Shop One',
    aws: { region: 'x', zones: [] },
    targets: {},
    live: 'x',
    colour: 1,
    image: 5,
    container: { port: 0, variables: { '1': 'x' }, command: [] },
    edge: { cdn: false },
  };
  for (const { rule } of problemsOf(wrong)) expect(rule).toMatch(/^must /);
});
