import { Client } from 'pg';
import type { DatabaseAddress, Login } from './login';

export interface DatabaseServer extends DatabaseAddress {
  /** Certificates, PEM, of the authorities one of which must have signed the server's. */
  readonly authorities: readonly string[];
}

/** Milliseconds; a step of a rotation has 30 s. */
const connectionTimeout = 10_000;
const statementTimeout = 10_000;

/** Signs in over TLS – the server's certificate and name are checked –, works, and leaves. */
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
