import { Stack, aws_iam as iam } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { DataStack } from '../../../stacks/data-stack';
import { NetworkStack } from '../../../stacks/network-stack';
import { testApp, testDeployment } from '../../setup/stack-tests';
import { statements, testData } from './test-data';

const arn = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:payments-AbCdEf';
const data = testData({
  container: { secrets: { SECRET_KEY: { generate: 48 }, PAYMENTS: { arn, key: 'token' } } },
});
const { stores } = data.stack;

test('access tokens are signed with 64 random letters and digits', () => {
  expect(data.named('AWS::SecretsManager::Secret', 'SecretsJwtSecret').GenerateSecretString).toEqual({
    PasswordLength: 64,
    ExcludePunctuation: true,
  });
});

describe('what the container asks for', () => {
  test('is generated as long as stated', () => {
    expect(stores.containerSecrets.SECRET_KEY?.key).toBeUndefined();
    expect(data.named('AWS::SecretsManager::Secret', 'SecretsSECRETKEY').GenerateSecretString).toMatchObject({
      PasswordLength: 48,
    });
  });

  test('or is there already, as one key of a JSON secret', () => {
    const { secret, key } = stores.containerSecrets.PAYMENTS ?? {};
    expect([secret?.secretArn, key]).toEqual([arn, 'token']);
  });

  test('is nothing else', () => {
    expect(Object.keys(stores.containerSecrets).toSorted()).toEqual(['PAYMENTS', 'SECRET_KEY']);
    expect(testData().stack.stores.containerSecrets).toEqual({});
  });
});

describe('a reader in a later stack', () => {
  const app = testApp();
  const deployment = testDeployment();
  const earlier = new DataStack(app, { deployment, vpc: new NetworkStack(app, { deployment }).vpc });
  const later = new Stack(app, 'later', { env: { region: deployment.aws.region } });
  const role = new iam.Role(later, 'Role', {
    assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
  });

  test('is given the secrets without the data depending on it', () => {
    const { jwtSecret, database, cache, backups } = earlier.stores;
    for (const secret of [jwtSecret, database.login, cache?.authToken]) secret?.grantRead(role);
    backups.grantPut(role);
    Template.fromStack(later).resourceCountIs('AWS::IAM::Policy', 1);
    expect(later.dependencies).toContain(earlier);
    expect(earlier.dependencies).not.toContain(later);
  });

  test("decrypts by the key's own policy, through Secrets Manager and from this account only", () => {
    const [, through] = statements(data.only('AWS::KMS::Key').KeyPolicy);
    expect(through).toMatchObject({
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Condition: {
        StringEquals: {
          'kms:CallerAccount': { Ref: 'AWS::AccountId' },
          'kms:ViaService': 'secretsmanager.eu-west-1.amazonaws.com',
        },
      },
    });
    expect(through?.Action).not.toContain('kms:*');
  });
});

test('the key is renewed every year', () => {
  expect(data.only('AWS::KMS::Key').EnableKeyRotation).toBe(true);
});
