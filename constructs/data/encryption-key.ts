import { Duration, RemovalPolicy, Stack, aws_iam as iam, aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** A key, and its form for secrets. */
export interface StoreKey extends kms.IKey {
  readonly forSecrets: kms.IKey;
}

/**
 * One key for every store: $1 a month, and $1 more for each of the first two yearly rotations. Data
 * that it encrypted cannot be read once it is deleted.
 */
export class EncryptionKey extends kms.Key implements StoreKey {
  /**
   * The same key, for secrets. With the key itself CDK writes each reader of a secret into the key's
   * policy, and a reader in a later stack would make the two stacks depend on each other.
   */
  readonly forSecrets: kms.IKey;

  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'Database, cache, files, secrets and backups',
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.forSecrets = kms.Key.fromKeyArn(this, 'ForSecrets', this.keyArn);
    this.letReadersOfSecretsDecrypt();
  }

  /**
   * A principal that may read a secret may decrypt it, through Secrets Manager only, as with the AWS
   * managed key for secrets. https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
   */
  private letReadersOfSecretsDecrypt(): void {
    const { account, region } = Stack.of(this);
    this.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'ThroughSecretsManager',
        principals: [new iam.AnyPrincipal()],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: {
          StringEquals: {
            'kms:CallerAccount': account,
            'kms:ViaService': `secretsmanager.${region}.amazonaws.com`,
          },
        },
      }),
    );
  }
}
