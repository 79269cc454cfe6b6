import { isDeepStrictEqual } from 'node:util';
import { connected, type DatabaseServer } from './connection';
import { nextLogin, parseLogin, storedLogin, type Login } from './login';
import type { LoginSecret } from './login-secret';
import { ensureLogin } from './roles';

export interface LoginRotatorProps {
  readonly server: DatabaseServer;
  readonly secret: LoginSecret;
  /** Reads the master user's login; it changes every week, so it is read anew each time. */
  readonly masterLogin: () => Promise<Login>;
}

/** Keeps secret and database of one mind about the application's login. Everything may be repeated at any point. */
export class LoginRotator {
  constructor(private readonly props: LoginRotatorProps) {}

  /** Gives the database the login that the secret holds, and the secret the database's address. */
  async establish(): Promise<void> {
    const { secret, server } = this.props;
    const text = await secret.current();
    const login = parseLogin(text);
    await this.admit(login);
    const stored = storedLogin(login, server);
    if (!isDeepStrictEqual(JSON.parse(text), stored)) await secret.replaceCurrent(stored);
  }

  /**
   * One of the four steps of a rotation, in Secrets Manager's words.
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
        `The next login is ${pending.username}, which is in use; the other of the two must change.`,
      );
    }
    await this.admit(pending);
  }

  private async testSecret(token: string): Promise<void> {
    const { secret } = this.props;
    // When a schedule is made, this step alone is called, to see that it can run; nothing is pending then.
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
      throw new Error(`Version ${token} of the secret is not pending; createSecret comes first.`);
    }
    return parseLogin(text);
  }

  private async admit(login: Login): Promise<void> {
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
        `${login.username} acts as ${user ?? 'nobody'} in the database; it must act as ${server.name}.`,
      );
    }
  }
}
