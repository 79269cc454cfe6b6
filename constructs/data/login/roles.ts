import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import type { Login } from './login';
import { scramVerifier } from './scram';

/**
 * Creates or changes the login: a role that owns everything, and a user that has this role from the
 * moment it signs in. So tables that one login makes belong to the next login as well.
 *
 * @param client signed in as the master user
 */
export async function ensureLogin(client: Client, owner: string, login: Login): Promise<void> {
  await client.query('BEGIN');
  try {
    // Two runs at once would both try to create a role.
    await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`login of ${owner}`]);
    await ensureOwner(client, owner);
    await ensureUser(client, owner, login);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function ensureOwner(client: Client, owner: string): Promise<void> {
  const role = escapeIdentifier(owner);
  if (!(await roleExists(client, owner))) await client.query(`CREATE ROLE ${role} NOLOGIN`);
  // The database and the role that owns its content have the same name.
  await client.query(`GRANT CONNECT, TEMPORARY, CREATE ON DATABASE ${role} TO ${role}`);
  await client.query(`GRANT USAGE, CREATE ON SCHEMA public TO ${role}`);
}

async function ensureUser(client: Client, owner: string, { username, password }: Login): Promise<void> {
  const role = escapeIdentifier(owner);
  const user = escapeIdentifier(username);
  const verb = (await roleExists(client, username)) ? 'ALTER' : 'CREATE';
  await client.query(`${verb} ROLE ${user} LOGIN PASSWORD ${escapeLiteral(scramVerifier(password))}`);
  await client.query(`GRANT ${role} TO ${user}`);
  await client.query(`ALTER ROLE ${user} SET ROLE ${role}`);
}

async function roleExists(client: Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  return rowCount === 1;
}
