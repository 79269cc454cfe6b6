import { parseDeployment } from '../../../../lib/deployment';
import { problemsOf, smallest, testRules } from '../rule-cases';

testRules('secrets', [
  {
    rule: 'a secret never stands in the file',
    passes: { container: { secrets: { SECRET_KEY: { generate: 64 } } } },
    fails: { container: { environment: { SECRET_KEY: 'hush' } } },
    at: 'container.environment.SECRET_KEY',
    because: 'must not be a secret, as everyone who can read the task definition or this file can read it',
    instead:
      "container.secrets: { SECRET_KEY: { generate: 64 } } or { SECRET_KEY: { arn: 'arn:aws:secretsmanager:…' } }; if it is no secret, SECRET_KEY: { notSecret: '…' } says so",
  },
  {
    rule: 'a password inside an address is a secret under any name',
    passes: { container: { environment: { PARTNER_ENDPOINT: 'https://partner.example.com/api' } } },
    fails: { container: { environment: { PARTNER_ENDPOINT: 'https://shop:hush@partner.example.com' } } },
    at: 'container.environment.PARTNER_ENDPOINT',
    because: 'must not be a secret, as everyone who can read the task definition or this file can read it',
    instead:
      "container.secrets: { PARTNER_ENDPOINT: { generate: 64 } } or { PARTNER_ENDPOINT: { arn: 'arn:aws:secretsmanager:…' } }",
  },
  {
    rule: 'there are no static AWS keys, not even in Secrets Manager',
    passes: { container: { secrets: { MAIL_TOKEN: { generate: 32 } } } },
    fails: { container: { secrets: { AWS_ACCESS_KEY_ID: { generate: 32 } } } },
    at: 'container.secrets.AWS_ACCESS_KEY_ID',
    because: 'must not be a static AWS key, which never expires and is used instead of the task role',
    instead: 'no AWS_ACCESS_KEY_ID; the task has a role, and the SDK finds it without settings',
  },
]);

test.each([
  ['DB_CONFIG_KEY', 'WEBDB'],
  ['DB_CONFIG_KEY', 'webdb_secret'],
  ['CONFIG_KEY', 'A1B2_C3D4'],
  ['PIN_KEY', '123456'],
  ['AUTH_TOKEN', 'https://id.example.com/?token=hush'],
  ['AUTH_TOKEN', 'https://hush@id.example.com'],
  ['AUTH_TOKEN', 'see https://id.example.com'],
  ['TLS_KEY', '/etc/tls with spaces'],
  ['smtpPassword', 'hush'],
  ['NOTE', 'AKIAABCDEFGHIJKLMNOP'],
  ['MAIL_PASSWORD', 'hush'],
  ['STRIPE_TOKEN', 'hush'],
  ['OPENAI_API_KEY', 'hush'],
  ['NOTE', '-----BEGIN RSA PRIVATE KEY-----'],
])('%s=%s is refused and never shown', (name, value) => {
  const [problem, ...others] = problemsOf({ ...smallest, container: { environment: { [name]: value } } });
  expect(others).toEqual([]);
  expect(problem?.found).toBe('a value not shown here');
  expect(JSON.stringify(problem)).not.toContain(value);
});

test.each([
  'AWS_ACCESS_KEY_ID',
  'AWS_ACCESS_KEY',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SECRET_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_SECURITY_TOKEN',
  'AWS_CREDENTIALS',
  'aws_access_key_id',
  'awsSecretAccessKey',
  'AWSAccessKeyId',
  'MY_AWS_SECRET',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_KEY',
  's3AccessKey',
  'MEDIA_S3_SECRET_ACCESS_KEY',
  'SES_SMTP_SECRET_KEY',
  'BEDROCK_SESSION_TOKEN',
  'ACCESS_KEY_ID',
  'secretAccessKey',
])('%s is a static AWS key, in the open and in Secrets Manager', (name) => {
  for (const container of [{ environment: { [name]: 'x' } }, { secrets: { [name]: { generate: 32 } } }]) {
    const problems = problemsOf({ ...smallest, container });
    expect(problems).toEqual([
      expect.objectContaining({
        rule: 'must not be a static AWS key, which never expires and is used instead of the task role',
        instead: `no ${name}; the task has a role, and the SDK finds it without settings`,
      }),
    ]);
  }
});

test.each([
  'SECRET_KEY',
  'STRIPE_SECRET_KEY',
  'R2_ACCESS_KEY_ID',
  'SESSION_SECRET_KEY',
  'GOOGLE_ACCESS_KEY',
  'LAWS_KEYWORD',
  'S3_BUCKET_NAME',
  'AWS_KEYSPACE_NAME',
])('%s in Secrets Manager is no static AWS key', (name) => {
  expect(problemsOf({ ...smallest, container: { secrets: { [name]: { generate: 32 } } } })).toEqual([]);
});

test('a file can say that a value is no secret, and its words are what the container gets', () => {
  const environment = { DB_CONFIG_KEY: { notSecret: 'webdb' }, MODE: 'fast' };
  const { container } = parseDeployment({ ...smallest, container: { environment } });
  expect(container.environment).toEqual({ DB_CONFIG_KEY: 'webdb', MODE: 'fast' });
});

test('what is a secret in any case stays one', () => {
  const environment = { PARTNER: { notSecret: 'https://shop:hush@partner.example.com' } };
  expect(problemsOf({ ...smallest, container: { environment } })).toEqual([
    {
      path: 'container.environment.PARTNER',
      found: 'an object with notSecret',
      rule: 'must not be a secret, as everyone who can read the task definition or this file can read it',
      instead:
        "container.secrets: { PARTNER: { generate: 64 } } or { PARTNER: { arn: 'arn:aws:secretsmanager:…' } }",
    },
  ]);
});

test.each([
  ['DB_CONFIG_KEY', 'WEBDB_SECRET'],
  ['CONFIG_KEY', 'DB_2_URL'],
  ['MAX_TOKEN', '4096'],
  ['API_KEY', ''],
  ['TOKEN', 'disabled'],
  ['AUTH_TOKEN', 'https://id.example.com/token'],
  ['REQUIRE_TOKEN', 'true'],
  ['TLS_KEY', '/etc/tls/server.pem'],
  ['STRIPE_PUBLISHABLE_KEY', 'pk_1'],
  ['MAIL_SECRET', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:mail'],
  ['MONKEY', 'business'],
])('%s=%s is no secret', (name, value) => {
  expect(problemsOf({ ...smallest, container: { environment: { [name]: value } } })).toEqual([]);
});
