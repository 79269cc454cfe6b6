import { RemovalPolicy, Validations, aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StoreKey } from './encryption-key';

export interface StoredSecretProps {
  readonly description: string;
  readonly key: StoreKey;
  /** Letters and digits in it. Range 32–128. */
  readonly length: number;
  /** Why no rotation is needed, and how the value is changed. */
  readonly whyNotRotated: string;
}

/** A random string of letters and digits that Secrets Manager generates once; $0.40 a month. It stays when the stack is deleted. */
export class StoredSecret extends secretsmanager.Secret {
  constructor(scope: Construct, id: string, props: StoredSecretProps) {
    const { description, key, length, whyNotRotated } = props;
    super(scope, id, {
      description,
      encryptionKey: key.forSecrets,
      // Another length or rule would make CloudFormation generate another value.
      generateSecretString: { passwordLength: length, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    Validations.of(this).acknowledge({ id: 'AwsSolutions-SMG4', reason: whyNotRotated });
  }
}
