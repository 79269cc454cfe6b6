import { problemsOf, smallest, testRules } from '../rule-cases';

testRules('secrets', [
  {
    rule: 'a secret never stands in the file',
    passes: { container: { secrets: { SECRET_KEY: { generate: 64 } } } },
    fails: { container: { environment: { SECRET_KEY: 'hush' } } },
    at: 'container.environment.SECRET_KEY',
    because: /looks like a secret.*task definition/,
    instead: /container\.secrets: \{ SECRET_KEY: \{ generate/,
  },
  {
    rule: 'a password inside an address is a secret under any name',
    passes: { container: { environment: { PARTNER_ENDPOINT: 'https://partner.example.com/api' } } },
    fails: { container: { environment: { PARTNER_ENDPOINT: 'https://shop:hush@partner.example.com' } } },
    at: 'container.environment.PARTNER_ENDPOINT',
    because: /looks like a secret/,
    instead: /container\.secrets/,
  },
  {
    rule: 'there are no static AWS keys, not even in Secrets Manager',
    passes: { container: { secrets: { MAIL_TOKEN: { generate: 32 } } } },
    fails: { container: { secrets: { AWS_ACCESS_KEY_ID: { generate: 32 } } } },
    at: 'container.secrets.AWS_ACCESS_KEY_ID',
    because: /static AWS key/,
    instead: /task has a role/,
  },
]);

test.each([
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
  ['REQUIRE_TOKEN', 'true'],
  ['TLS_KEY', '/etc/tls/server.pem'],
  ['STRIPE_PUBLISHABLE_KEY', 'pk_1'],
  ['MAIL_SECRET', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:mail'],
  ['MONKEY', 'business'],
])('%s=%s is no secret', (name, value) => {
  expect(problemsOf({ ...smallest, container: { environment: { [name]: value } } })).toEqual([]);
});
