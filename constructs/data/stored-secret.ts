import { RemovalPolicy, Validations, aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StoreKey } from './encryption-key';

export interface StoredSecretProps {
  readonly description: string;
  readonly key: StoreKey;
  /** Letters and digits in it. Range 32–128. */
  readonly length: number;
  /** Evidence that nothing is lost by leaving it as it is. */
  readonly whyNotRotated: string;
}

/** A random string of letters and digits, made once in Secrets Manager, $0.40 a month. It outlives the stack. */
export class StoredSecret extends secretsmanager.Secret {
  constructor(scope: Construct, id: string, props: StoredSecretProps) {
    const { description, key, length, whyNotRotated } = props;
    super(scope, id, {
      description,
      encryptionKey: key.forSecrets,
      // Another length or rule would make CloudFormation generate another value.
      generateSecretString: { passwordLength: length, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this).acknowledge({ id: 'AwsSolutions-SMG4', reason: whyNotRotated });
  }
}
