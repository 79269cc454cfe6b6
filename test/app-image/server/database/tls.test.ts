import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '../../../../app-image/server/configuration/read-environment';
import { openDatabase } from '../../../../app-image/server/database/open-database';
import { databaseTls } from '../../../../app-image/server/database/tls';
import { databaseUser, postgresVariables, startPostgres, type Service } from '../../../setup/services';
import { silent } from '../../../setup/shop';

describe('C11: TLS to the database', () => {
  const directory = mkdtempSync(join(tmpdir(), 'shop-tls-'));
  const [key, certificate] = [join(directory, 'key.pem'), join(directory, 'certificate.pem')];
  let service: Service;
  beforeAll(async () => {
    const request = `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost`;
    execFileSync('openssl', [...request.split(' '), '-keyout', key, '-out', certificate], {
      stdio: 'ignore',
    });
    chmodSync(directory, 0o755);
    const { uid, gid } = databaseUser();
    if (uid !== undefined && gid !== undefined) chownSync(key, uid, gid);
    service = await startPostgres({ ssl: 'on', ssl_key_file: key, ssl_cert_file: certificate });
  }, 60_000);
  afterAll(async () => {
    delete process.env.NODE_EXTRA_CA_CERTS;
    await service.remove();
    rmSync(directory, { recursive: true, force: true });
  });

  const check = async (host: string) => {
    const variables = { ...postgresVariables(service), DATABASE_HOST: host, DATABASE_TLS: 'verify-full' };
    const database = await openDatabase(readEnvironment(variables), silent);
    try {
      await database.check();
    } finally {
      await database.close();
    }
  };

  test('the authorities of the database’s region are trusted and no others, and a certificate is always verified', () => {
    delete process.env.NODE_EXTRA_CA_CERTS;
    const tls = databaseTls('verify-full', 'shop.abc123.eu-west-1.rds.amazonaws.com');
    expect(tls).toMatchObject({ rejectUnauthorized: true });
    const trusted = tls && Array.isArray(tls.ca) ? tls.ca.map(String) : [];
    const names = trusted.map((pem) => /CN=(.*)/.exec(new X509Certificate(pem).subject)?.[1]);
    expect(names).toEqual([
      'Amazon RDS eu-west-1 Root CA RSA2048 G1',
      'Amazon RDS eu-west-1 Root CA RSA4096 G1',
      'Amazon RDS eu-west-1 Root CA ECC384 G1',
    ]);
  });

  test('a self-signed certificate is refused', async () => {
    delete process.env.NODE_EXTRA_CA_CERTS;
    await expect(check('localhost')).rejects.toThrow(/self-signed/);
  });

  test('a certificate of a trusted authority is accepted for its own host name only', async () => {
    process.env.NODE_EXTRA_CA_CERTS = certificate;
    await expect(check('localhost')).resolves.toBeUndefined();
    await expect(check('127.0.0.1')).rejects.toThrow(/altnames|does not match/i);
  });
});
