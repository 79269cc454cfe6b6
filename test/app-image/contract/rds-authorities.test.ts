import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import bundle from '../../../app-image/contract/rds-global-bundle.json';
import { rdsAuthorities, regionsWithAuthorities } from '../../../app-image/contract/rds-authorities';
import { readRdsAuthorities, sha256Of } from '../../../app-image/contract/read-rds-authorities';
import { openRegions } from '../../../lib/regions/regions';

const today = new Date();
/** What the tests make is valid from its own second on. */
const tomorrow = new Date(today.getTime() + 24 * 3600 * 1000);
const all = Object.values(bundle.authorities).flat();
const nameOf = (pem: string) => /CN=(.*)/.exec(new X509Certificate(pem).subject)?.[1] ?? '';

describe('C11: the certificate authorities of RDS', () => {
  test.each(openRegions)('%s has its three authorities', (region) => {
    expect(rdsAuthorities(`shop.abc123.${region}.rds.amazonaws.com`).map(nameOf)).toEqual([
      `Amazon RDS ${region} Root CA RSA2048 G1`,
      `Amazon RDS ${region} Root CA RSA4096 G1`,
      `Amazon RDS ${region} Root CA ECC384 G1`,
    ]);
  });

  test('the bundle has no other region', () => {
    expect(regionsWithAuthorities).toEqual(openRegions);
  });

  test('each one is signed by itself, valid today, and has the key that its name says', () => {
    expect(readRdsAuthorities(all.join(''), today)).toEqual(bundle.authorities);
    expect(all).toHaveLength(3 * openRegions.length);
  });

  test('the file says which bundle of AWS it was made from', () => {
    expect(bundle.source).toBe('https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem');
    // The same in several public projects that download the bundle from AWS.
    expect(bundle.sha256).toBe('e5bb2084ccf45087bda1c9bffdea0eb15ee67f0b91646106e466714f9de3c7e3');
  });

  test('only the authorities of the region in the name of the host are trusted', () => {
    const trusted = rdsAuthorities('SHOP.abc123.EU-WEST-1.rds.amazonaws.com');
    expect(trusted.map(nameOf).filter((name) => !name.includes(' eu-west-1 '))).toEqual([]);
    expect(trusted).toHaveLength(3);
    // The host must end there: this one is of a domain that anyone may own.
    expect(rdsAuthorities('shop.eu-west-1.rds.amazonaws.com.example.com')).toHaveLength(all.length);
  });

  test('a host that names no region may have any of them', () => {
    expect([...rdsAuthorities('database.internal')].sort()).toEqual([...all].sort());
  });
});

describe('reading a bundle', () => {
  const directory = mkdtempSync(join(tmpdir(), 'rds-authorities-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  let made = 0;
  /** Makes an authority with openssl. */
  function authority(name: string, key: readonly string[], ...more: readonly string[]): string {
    made += 1;
    const file = join(directory, `${made}.pem`);
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-nodes',
        ...key,
        '-subj',
        `/CN=${name}`,
        '-days',
        '30',
        ...more,
        '-keyout',
        `${file}.key`,
        '-out',
        file,
      ],
      { stdio: 'ignore' },
    );
    return readFileSync(file, 'utf8');
  }
  const rsa2048 = ['-newkey', 'rsa:2048'];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:secp384r1'];
  const rsa = 'Amazon RDS xx-test-1 Root CA RSA2048 G1';
  const ecc = 'Amazon RDS xx-test-1 Root CA ECC384 G1';

  test('the authorities of a region are read, the default of RDS first', () => {
    const [one, other] = [authority(rsa, rsa2048), authority(ecc, curve)];
    expect(readRdsAuthorities(other + one.replaceAll('\n', '\r\n'), tomorrow)).toEqual({
      'xx-test-1': [one, other],
    });
  });

  test.each([
    ['of a test environment of AWS', 'Amazon RDS Beta us-east-1 Root CA RSA2048 G1'],
    ['of 2019', 'Amazon RDS eu-west-1 2019 CA'],
    ['of another service', 'Amazon Root CA 1'],
    ['with another name around it', 'Not Amazon RDS eu-west-1 Root CA RSA2048 G1'],
  ])('an authority %s is left out', (_, name) => {
    expect(readRdsAuthorities(authority(name, rsa2048), tomorrow)).toEqual({});
  });

  test('a key of another kind than the name says is refused', () => {
    expect(() => readRdsAuthorities(authority(ecc, rsa2048), tomorrow)).toThrow(
      `${ecc}: its key must be ECC384; it is RSA2048.`,
    );
  });

  test('an authority that has expired is refused', () => {
    const later = new Date(today.getTime() + 40 * 24 * 3600 * 1000);
    expect(() => readRdsAuthorities(authority(rsa, rsa2048), later)).toThrow(
      new RegExp(`^${rsa}: it must be valid on ${later.toISOString().slice(0, 10)}; it is valid from `),
    );
  });

  test('a certificate that is no authority is refused', () => {
    const leaf = authority(rsa, rsa2048, '-addext', 'basicConstraints=critical,CA:FALSE');
    expect(() => readRdsAuthorities(leaf, tomorrow)).toThrow(`${rsa}: it must be an authority.`);
  });

  test('a changed certificate is refused', () => {
    const [real = ''] = rdsAuthorities('shop.abc.eu-west-1.rds.amazonaws.com');
    const der = new X509Certificate(real).raw;
    // The last byte belongs to the signature.
    der[der.length - 1] = (der.at(-1) ?? 0) ^ 1;
    const changed = `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;
    expect(() => readRdsAuthorities(changed, tomorrow)).toThrow(
      'Amazon RDS eu-west-1 Root CA RSA2048 G1: it must be signed by itself.',
    );
  });

  test('an authority that is there twice is refused', () => {
    const [one, again] = [authority(rsa, rsa2048), authority(rsa, rsa2048, '-set_serial', '2')];
    expect(() => readRdsAuthorities(one + again, tomorrow)).toThrow(`${rsa}: it is in the bundle twice.`);
  });

  // The example of FIPS 180-4.
  test('the SHA-256 of a file is in hexadecimal', () => {
    expect(sha256Of('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
