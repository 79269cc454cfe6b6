import { problemsOf, reported, smallest } from '../rule-cases';

const inContainer = (container: object) => reported({ container });

const arn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/mail-AbCdEf';
const forms =
  'must be { generate } for a new random value, or { arn, key?, kmsKeyArn? } for an existing secret';
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
    [
      'must be either { generate } or { arn, key, kmsKeyArn }, not a mix of both',
      'generate alone, or arn alone',
    ],
  ],
  [true, '', ['must be { generate }, or { arn, key, kmsKeyArn }', '{ generate: 64 }, for instance']],
])('a secret from %j', (source, below, problem) => {
  expect(inContainer({ secrets: { MAIL: source } })).toEqual([
    [`container.secrets.MAIL${below}`, ...problem],
  ]);
});

const keyArn = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const printedKey = (alias: string) =>
  `the ARN that this prints: aws kms describe-key --key-id ${alias} --query KeyMetadata.Arn`;
const noAlias = 'must be the ARN of a key; a role cannot be allowed to use an alias';
test.each<[string, string, string]>([
  ['alias/shop', noAlias, printedKey('alias/shop')],
  ['arn:aws:kms:eu-west-1:123456789012:alias/shop', noAlias, printedKey('alias/shop')],
  [
    'arn:aws:kms:eu-west-1:123456789012:alias/aws/secretsmanager',
    'must be left out for the AWS managed key, which Secrets Manager uses for every reader itself',
    'no kmsKeyArn',
  ],
  [
    keyArn.replace('eu-west-1', 'eu-wst-1'),
    "must be an ARN in an AWS region; 'eu-wst-1' is not one",
    `'${keyArn}'`,
  ],
  ['1234abcd-12ab-34cd-56ef-1234567890ab', 'must be the ARN of a KMS key', `'${keyArn}', for instance`],
  [`${keyArn}/x`, 'must be the ARN of a KMS key', `'${keyArn}', for instance`],
])('the key %s of a secret is refused', (kmsKeyArn, rule, instead) => {
  expect(inContainer({ secrets: { MAIL: { arn, kmsKeyArn } } })).toEqual([
    ['container.secrets.MAIL.kmsKeyArn', rule, instead],
  ]);
});

test.each([keyArn, 'arn:aws:kms:eu-west-1:123456789012:key/mrk-0123456789abcdef0123456789abcdef'])(
  'the key %s of a secret is taken',
  (kmsKeyArn) => {
    expect(inContainer({ secrets: { MAIL: { arn, kmsKeyArn } } })).toEqual([]);
  },
);

test('a field of a secret has no colon, which ends it in a task definition', () => {
  expect(inContainer({ secrets: { MAIL: { arn, key: 'smtp:password' } } })).toEqual([
    [
      'container.secrets.MAIL.key',
      'must be a key of the JSON object, without a colon',
      "'password', for instance",
    ],
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
