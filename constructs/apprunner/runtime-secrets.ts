import { aws_iam as iam, type aws_apprunner as apprunner } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { grantSecretDecryption } from '../application/task-secrets';
import type { SecretField } from '../stores';

/**
 * Secrets for App Runner, which reads them with the instance role when an instance starts. A key of a
 * JSON secret stands behind its ARN, before the version's stage and id, both of them the newest.
 * https://docs.aws.amazon.com/apprunner/latest/dg/env-variable.html
 */
export function runtimeSecrets(
  scope: Construct,
  fields: Readonly<Record<string, SecretField>>,
  instanceRole: iam.IRole,
): apprunner.CfnService.KeyValuePairProperty[] {
  // IAM refuses a statement without resources.
  if (Object.keys(fields).length === 0) return [];
  grantSecretDecryption(scope, fields, instanceRole);
  instanceRole.addToPrincipalPolicy(
    new iam.PolicyStatement({
      sid: 'Secrets',
      actions: ['secretsmanager:GetSecretValue'],
      resources: [...new Set(Object.values(fields).map(({ secret }) => secret.secretArn))],
    }),
  );
  return Object.entries(fields).map(([name, { secret, key }]) => ({
    name,
    value: key === undefined ? secret.secretArn : `${secret.secretArn}:${key}::`,
  }));
}
