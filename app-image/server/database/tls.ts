import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import type { Environment } from '../../contract/environment';
import { rdsAuthorities } from '../../contract/rds-authorities';

/**
 * `verify-full`: the certificate must be signed by an RDS authority of the host's region and name the host.
 * Node's own NODE_EXTRA_CA_CERTS adds authorities, as it does for every other connection.
 * @param host - name of the database's host
 */
export function databaseTls(mode: Environment['DATABASE_TLS'], host: string): ConnectionOptions | false {
  if (mode === 'off') return false;
  const extra = process.env.NODE_EXTRA_CA_CERTS;
  return {
    ca: [...rdsAuthorities(host), ...(extra ? [readFileSync(extra, 'utf8')] : [])],
    rejectUnauthorized: true,
  };
}
