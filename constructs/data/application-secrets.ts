import { aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { ContainerSettings } from '../../lib/deployment/schema/container';
import type { KeptSettings } from '../../lib/deployment/schema/keep';
import { publishAlways } from '../publish-always';
import type { SecretField } from '../stores';
import type { StoreKey } from './encryption-key';
import { StoredSecret } from './stored-secret';

export interface ApplicationSecretsProps {
  readonly container: ContainerSettings;
  readonly keep: KeptSettings;
  readonly key: StoreKey;
}

/** Secrets of the application besides its logins. */
export class ApplicationSecrets extends Construct {
  /** Signs access tokens: 64 letters and digits, 381 bits. */
  readonly jwtSecret: secretsmanager.ISecret;
  /** `container.secrets` of the deployment file, by the name the container reads them under. */
  readonly byVariable: Readonly<Record<string, SecretField>>;

  constructor(scope: Construct, id: string, props: ApplicationSecretsProps) {
    super(scope, id);
    const { container, keep, key } = props;
    this.jwtSecret = new StoredSecret(this, 'JwtSecret', {
      description: 'Signs access tokens',
      key,
      length: 64,
      whyNotRotated:
        'A rotation would sign every customer out. 64 random letters and digits (381 bits) cannot be guessed. To change the key, put a new value into the secret and start new tasks.',
    });
    this.byVariable = Object.fromEntries(
      Object.entries(container.secrets).map(([variable, source]) => [
        variable,
        'arn' in source
          ? { secret: this.existing(variable, source.arn), key: source.key }
          : { secret: this.generated(variable, source.generate, key) },
      ]),
    );
    for (const [variable, { generate }] of Object.entries(keep.secrets))
      publishAlways(this, this.generated(variable, generate, key).secretArn);
  }

  private existing(variable: string, arn: string): secretsmanager.ISecret {
    return secretsmanager.Secret.fromSecretCompleteArn(this, `Existing-${variable}`, arn);
  }

  private generated(variable: string, length: number, key: StoreKey): secretsmanager.ISecret {
    return new StoredSecret(this, variable, {
      description: `${variable} of the container`,
      key,
      length,
      whyNotRotated: `The image alone defines what a new ${variable} invalidates, so no rotation can be written for it here. ${length} random letters and digits cannot be guessed.`,
    });
  }
}
