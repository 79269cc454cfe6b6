import { aws_iam as iam } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { AiSettings } from '../../lib/deployment/schema/ai';
import type { AwsSettings } from '../../lib/deployment/schema/aws';
import type { Stores } from '../stores';
import { acknowledgeWildcard } from '../findings/acknowledge-wildcard';
import { grantModelAccess } from './model-access';

export interface ApplicationPermissionsProps {
  readonly ai: AiSettings;
  readonly aws: AwsSettings;
  readonly stores: Stores;
}

/** What the application may do by its own role: call its model, write its exports. Everything else it reaches with a login. */
export function grantApplicationPermissions(
  scope: Construct,
  role: iam.IRole,
  { ai, aws, stores }: ApplicationPermissionsProps,
): void {
  grantModelAccess(scope, role, { ai, aws });

  const exports = stores.backups.arnForObjects('*');
  role.addToPrincipalPolicy(
    new iam.PolicyStatement({
      sid: 'Exports',
      actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
      resources: [exports],
    }),
  );
  stores.backups.encryptionKey?.grant(role, 'kms:GenerateDataKey', 'kms:Decrypt');
  acknowledgeWildcard(
    role,
    exports,
    'The job names each export by its time, so the policy cannot name the objects. It names the bucket, and allows neither reading nor deleting.',
  );
}
