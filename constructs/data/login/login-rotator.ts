import { isDeepStrictEqual } from 'node:util';
import { connected, type DatabaseServer } from './connection';
import { nextLogin, parseLogin, storedLogin, type Login } from './login';
import type { LoginSecret } from './login-secret';
import { ensureLogin } from './roles';

export interface LoginRotatorProps {
  readonly server: DatabaseServer;
  readonly secret: LoginSecret;
  /** Reads the master user's login; it changes every week, so it is read before each use. */
  readonly masterLogin: () => Promise<Login>;
}

/**
 * Rotates the application's login: the secret and the database always hold the same one. Every step
 * can be repeated.
 */
export class LoginRotator {
  constructor(private readonly props: LoginRotatorProps) {}

  /** Creates the login of the secret in the database, and adds the database's address to the secret. */
  async establish(): Promise<void> {
    const { secret, server } = this.props;
    const text = await secret.current();
    const login = parseLogin(text);
    await this.createUser(login);
    const stored = storedLogin(login, server);
    if (!isDeepStrictEqual(JSON.parse(text), stored)) await secret.replaceCurrent(stored);
  }

  /**
   * Runs one of the four steps of a rotation, by Secrets Manager's names.
   * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
   */
  async rotate(step: string, token: string): Promise<void> {
    if (await this.props.secret.isCurrent(token)) return;
    switch (step) {
      case 'createSecret':
        return this.createSecret(token);
      case 'setSecret':
        return this.setSecret(token);
      case 'testSecret':
        return this.testSecret(token);
      case 'finishSecret':
        return this.finishSecret(token);
      default:
        throw new Error(`Step "${step}" is not createSecret, setSecret, testSecret or finishSecret.`);
    }
  }

  private async createSecret(token: string): Promise<void> {
    const { secret, server } = this.props;
    if ((await secret.pending(token)) !== undefined) return;
    const current = parseLogin(await secret.current());
    await secret.addPending(token, storedLogin(nextLogin(current, server.name), server));
  }

  private async setSecret(token: string): Promise<void> {
    const current = parseLogin(await this.props.secret.current());
    const pending = await this.pending(token);
    if (pending.username === current.username) {
      throw new Error(
        `The pending login is ${pending.username}, which is in use. A rotation must change the other user; cancel it and start another.`,
      );
    }
    await this.createUser(pending);
  }

  private async testSecret(token: string): Promise<void> {
    const { secret } = this.props;
    // When a schedule is created, Secrets Manager calls this step alone as a test; no version is pending then.
    // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html
    await this.signIn(parseLogin((await secret.pending(token)) ?? (await secret.current())));
  }

  private async finishSecret(token: string): Promise<void> {
    await this.pending(token);
    await this.props.secret.makeCurrent(token);
  }

  private async pending(token: string): Promise<Login> {
    const text = await this.props.secret.pending(token);
    if (text === undefined) {
      throw new Error(`Version ${token} of the secret is not pending. Run createSecret first.`);
    }
    return parseLogin(text);
  }

  private async createUser(login: Login): Promise<void> {
    const { server, masterLogin } = this.props;
    await connected(server, await masterLogin(), (client) => ensureLogin(client, server.name, login));
  }

  private async signIn(login: Login): Promise<void> {
    const { server } = this.props;
    const user = await connected(server, login, async (client) => {
      const { rows } = await client.query<{ current_user: string }>('SELECT current_user');
      return rows[0]?.current_user;
    });
    if (user !== server.name) {
      throw new Error(
        `${login.username} has the role ${user ?? 'none'} in the database. It must have the role ${server.name}; run setSecret again.`,
      );
    }
  }
}
