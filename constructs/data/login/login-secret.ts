import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  UpdateSecretVersionStageCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { StoredLogin } from './login';

/** Staging labels of Secrets Manager. https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html#term_version */
const currentLabel = 'AWSCURRENT';
const pendingLabel = 'AWSPENDING';

/** The secret that holds the application's login. The id of a version is the token of the rotation that made it. */
export class LoginSecret {
  constructor(
    private readonly client: SecretsManagerClient,
    readonly arn: string,
  ) {}

  /** @throws when the secret or its current version is gone. */
  async current(): Promise<string> {
    const version = { SecretId: this.arn, VersionStage: currentLabel };
    return readable(await this.client.send(new GetSecretValueCommand(version)));
  }

  /** The version that a rotation prepares; undefined when there is none. */
  async pending(token: string): Promise<string | undefined> {
    const version = { SecretId: this.arn, VersionId: token, VersionStage: pendingLabel };
    try {
      return readable(await this.client.send(new GetSecretValueCommand(version)));
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  }

  async replaceCurrent(login: StoredLogin): Promise<void> {
    await this.client.send(
      new PutSecretValueCommand({ SecretId: this.arn, SecretString: JSON.stringify(login) }),
    );
  }

  async addPending(token: string, login: StoredLogin): Promise<void> {
    await this.client.send(
      new PutSecretValueCommand({
        SecretId: this.arn,
        ClientRequestToken: token,
        SecretString: JSON.stringify(login),
        VersionStages: [pendingLabel],
      }),
    );
  }

  async isCurrent(token: string): Promise<boolean> {
    return (await this.currentVersion()) === token;
  }

  async makeCurrent(token: string): Promise<void> {
    await this.client.send(
      new UpdateSecretVersionStageCommand({
        SecretId: this.arn,
        VersionStage: currentLabel,
        MoveToVersionId: token,
        RemoveFromVersionId: await this.currentVersion(),
      }),
    );
  }

  private async currentVersion(): Promise<string | undefined> {
    const { VersionIdsToStages = {} } = await this.client.send(
      new DescribeSecretCommand({ SecretId: this.arn }),
    );
    return Object.keys(VersionIdsToStages).find((id) => VersionIdsToStages[id]?.includes(currentLabel));
  }
}

function readable({ SecretString }: { SecretString?: string }): string {
  if (SecretString === undefined)
    throw new Error('The secret holds bytes, not text; restore an earlier version of it.');
  return SecretString;
}
