import {
  ArnFormat,
  aws_ecs as ecs,
  aws_iam as iam,
  aws_secretsmanager as secretsmanager,
  Stack,
  Token,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { SecretField } from '../stores';

/** Secrets for a container, which its execution role may read. */
export function taskSecrets(
  scope: Construct,
  fields: Readonly<Record<string, SecretField>>,
  executionRole: iam.IRole,
): Record<string, ecs.Secret> {
  grantSecretDecryption(scope, fields, executionRole);
  return Object.fromEntries(
    Object.entries(fields).map(([name, { secret, key }]) => {
      const readable = secretsmanager.Secret.fromSecretCompleteArn(scope, `Secret-${name}`, secret.secretArn);
      return [name, ecs.Secret.fromSecretsManager(readable, key)];
    }),
  );
}

/**
 * Lets a role decrypt secrets, through Secrets Manager only. The right is written on the role alone:
 * CDK's own grant would write the role into the policy of the key as well, and with it a target into
 * the stack of the data.
 */
export function grantSecretDecryption(
  scope: Construct,
  fields: Readonly<Record<string, SecretField>>,
  role: iam.IRole,
): void {
  const keysOfRegion = new Map<string, Set<string>>();
  for (const { secret } of Object.values(fields)) {
    if (!secret.encryptionKey) continue;
    const region = regionOf(scope, secret);
    const keys = keysOfRegion.get(region) ?? new Set();
    keysOfRegion.set(region, keys.add(secret.encryptionKey.keyArn));
  }
  for (const [region, keys] of keysOfRegion) {
    role.addToPrincipalPolicy(
      new iam.PolicyStatement({
        actions: ['kms:Decrypt'],
        resources: [...keys],
        conditions: { StringEquals: { 'kms:ViaService': `secretsmanager.${region}.amazonaws.com` } },
      }),
    );
  }
}

/** Secrets Manager decrypts in the region of the secret. The ARN of a secret of our own is not known at synth. */
function regionOf(scope: Construct, { secretArn }: secretsmanager.ISecret): string {
  const stack = Stack.of(scope);
  if (Token.isUnresolved(secretArn)) return stack.region;
  return stack.splitArn(secretArn, ArnFormat.COLON_RESOURCE_NAME).region ?? stack.region;
}
