import { aws_ecs as ecs, aws_iam as iam, aws_secretsmanager as secretsmanager, Stack } from 'aws-cdk-lib';
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
  const keys = new Set(Object.values(fields).flatMap(({ secret }) => secret.encryptionKey?.keyArn ?? []));
  if (keys.size === 0) return;
  role.addToPrincipalPolicy(
    new iam.PolicyStatement({
      actions: ['kms:Decrypt'],
      resources: [...keys],
      conditions: {
        StringEquals: { 'kms:ViaService': `secretsmanager.${Stack.of(scope).region}.amazonaws.com` },
      },
    }),
  );
}
