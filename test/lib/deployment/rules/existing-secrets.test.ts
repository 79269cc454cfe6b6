import type { DeploymentInput } from '../../../../lib/deployment';
import { problemsOf, smallest, testRules } from '../rule-cases';

const secretIn = (region: string, account = '123456789012') =>
  `arn:aws:secretsmanager:${region}:${account}:secret:shop/mail-AbCdEf`;
const keyIn = (region: string, account = '123456789012') =>
  `arn:aws:kms:${region}:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const aws = { region: 'eu-west-1', account: '123456789012' };
const other = '210987654321';

const stating = (MAIL: object): Partial<DeploymentInput> => ({
  aws,
  container: { secrets: { MAIL } } as DeploymentInput['container'],
});
const isolated = { network: { egress: 'endpoints' } } as const;

testRules('secrets that exist', [
  {
    rule: 'a secret of another account names its key',
    passes: stating({ arn: secretIn('eu-west-1', other), kmsKeyArn: keyIn('eu-west-1', other) }),
    fails: stating({ arn: secretIn('eu-west-1', other) }),
    at: 'container.secrets.MAIL.kmsKeyArn',
    because: `must be stated, as the secret is in the account ${other}: the AWS managed key cannot be used from another account`,
    instead:
      'the ARN of the KMS key that encrypts it; the policies of secret and key must allow the account 123456789012',
  },
  {
    rule: 'the key is in the region of the secret',
    passes: stating({ arn: secretIn('eu-central-1'), kmsKeyArn: keyIn('eu-central-1') }),
    fails: stating({ arn: secretIn('eu-central-1'), kmsKeyArn: keyIn('eu-west-1') }),
    at: 'container.secrets.MAIL.kmsKeyArn',
    because:
      'must be in eu-central-1, the region of the secret; Secrets Manager uses keys of that region only',
    instead:
      'the ARN that this prints: aws secretsmanager describe-secret --secret-id NAME --query KmsKeyId; of a multi-Region key the ARN in that region',
  },
  {
    rule: 'without a way to the internet the secret is in the region of the deployment',
    passes: { ...stating({ arn: secretIn('eu-west-1') }), ...isolated },
    fails: { ...stating({ arn: secretIn('us-east-1') }), ...isolated },
    at: 'container.secrets.MAIL.arn',
    because:
      "must be in the deployment's region, eu-west-1, when network.egress is 'endpoints': there is no way to us-east-1",
    instead: 'a replica of the secret in eu-west-1, or another network.egress',
  },
]);

test('a secret of the same account, or one with an unknown account, needs no key', () => {
  expect(problemsOf({ ...smallest, ...stating({ arn: secretIn('eu-west-1') }) })).toEqual([]);
  const withoutAccount = { ...stating({ arn: secretIn('eu-west-1', other) }), aws: { region: 'eu-west-1' } };
  expect(problemsOf({ ...smallest, ...withoutAccount })).toEqual([]);
});
