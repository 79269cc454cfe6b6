import { Client } from 'pg';
import type { DatabaseAddress, Login } from './login';

export interface DatabaseServer extends DatabaseAddress {
  /** PEM certificates of the authorities that may have signed the server's certificate. */
  readonly authorities: readonly string[];
}

/** Milliseconds; a step of a rotation has 30 s. */
const connectionTimeout = 10_000;
const statementTimeout = 10_000;

/** Signs in over TLS, runs `work` and closes the connection. The server's certificate and host name are checked. */
export async function connected<T>(
  { host, port, name, authorities }: DatabaseServer,
  { username, password }: Login,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({
    host,
    port,
    database: name,
    user: username,
    password,
    ssl: { ca: [...authorities], rejectUnauthorized: true },
    connectionTimeoutMillis: connectionTimeout,
    statement_timeout: statementTimeout,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
