import { problemsOf, reported, smallest } from '../rule-cases';

const inContainer = (container: object) => reported({ container });

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
