import { randomInt } from 'node:crypto';

export interface Login {
  readonly username: string;
  readonly password: string;
}

export interface DatabaseAddress {
  readonly host: string;
  /** TCP port. */
  readonly port: number;
  /** The database, and the role that owns what is in it. */
  readonly name: string;
}

/** What the secret holds as JSON: a login with everything needed to use it. */
export interface StoredLogin extends Login {
  readonly engine: 'postgres';
  readonly host: string;
  readonly port: number;
  readonly dbname: string;
  readonly url: string;
}

export function storedLogin(
  { username, password }: Login,
  { host, port, name }: DatabaseAddress,
): StoredLogin {
  // Names and passwords are letters, digits and _, so nothing in the address needs escaping.
  const url = `postgresql://${username}:${password}@${host}:${port}/${name}?sslmode=require`;
  return { engine: 'postgres', host, port, dbname: name, username, password, url };
}

/** @throws when the text is no JSON with `username` and `password`; the message does not quote it. */
export function parseLogin(text: string): Login {
  const { username, password } = parseObject(text);
  if (typeof username !== 'string' || typeof password !== 'string') {
    throw new Error(
      'The login secret holds no JSON with `username` and `password`; restore an earlier version of it.',
    );
  }
  return { username, password };
}

function parseObject(text: string): { username?: unknown; password?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    // JSON's own message would quote the secret.
    return {};
  }
}

/** The names of the two users that a login alternates between. */
export function loginNames(owner: string): readonly [string, string] {
  return [`${owner}_a`, `${owner}_b`];
}

/** The next login: the other user, a new password. */
export function nextLogin(current: Login, owner: string): Login {
  const [first, second] = loginNames(owner);
  return { username: current.username === first ? second : first, password: randomPassword() };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** 40 letters and digits, 238 bits. */
function randomPassword(): string {
  return Array.from({ length: 40 }, () => letters.charAt(randomInt(letters.length))).join('');
}
