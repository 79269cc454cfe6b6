import { createHash, X509Certificate } from 'node:crypto';

/** The certificate authorities of one region, as PEM. */
export type RegionAuthorities = Readonly<Record<string, readonly string[]>>;

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html */
const commonName = /^CN=Amazon RDS ([a-z]{2,}(?:-[a-z]+)+-\d) Root CA (RSA2048|RSA4096|ECC384) G1$/m;

/**
 * Reads the root authorities of regions from a bundle in PEM, such as AWS's global bundle. Everything else
 * in it is left out: authorities of AWS's test environments (`Beta`, `Preview`), intermediate certificates,
 * and older roots.
 * @param today - authorities must be valid on this day
 * @returns the regions in the order of their names, and in each region the smallest RSA key first
 * @throws when an authority is not what its name says, is not valid today, or is in the bundle twice
 */
export function readRdsAuthorities(bundle: string, today: Date): RegionAuthorities {
  const found = pemBlocks(bundle).flatMap((pem) => {
    const certificate = new X509Certificate(pem);
    const [name, region, key] = commonName.exec(certificate.subject) ?? [];
    if (name === undefined || region === undefined || key === undefined) return [];
    const fault = faultOf(certificate, key, today);
    if (fault !== undefined) throw new Error(`${name.slice(3)}: ${fault}.`);
    return [{ region, key, pem }];
  });
  const twice = found.find(({ region, key }, index) =>
    found.some((other, at) => at < index && other.region === region && other.key === key),
  );
  if (twice)
    throw new Error(`Amazon RDS ${twice.region} Root CA ${twice.key} G1: it is in the bundle twice.`);
  const regions = [...new Set(found.map(({ region }) => region))].sort();
  return Object.fromEntries(
    regions.map((name) => [
      name,
      found
        .filter(({ region }) => region === name)
        .sort((one, other) => order.indexOf(one.key) - order.indexOf(other.key))
        .map(({ pem }) => pem),
    ]),
  );
}

/** The first is RDS's default. */
const order = ['RSA2048', 'RSA4096', 'ECC384'];

/** SHA-256 of a file, in hexadecimal, as `sha256sum` prints it. */
export function sha256Of(file: string): string {
  return createHash('sha256').update(file).digest('hex');
}

function pemBlocks(text: string): string[] {
  return (
    text
      .replaceAll('\r', '')
      .match(/-----BEGIN CERTIFICATE-----\n[^-]+\n-----END CERTIFICATE-----/g)
      ?.map((block) => `${block}\n`) ?? []
  );
}

/** What is wrong with an authority; undefined when nothing is. */
function faultOf(certificate: X509Certificate, key: string, today: Date): string | undefined {
  const { subject, issuer, publicKey, ca, validFrom, validTo } = certificate;
  if (issuer !== subject || !certificate.verify(publicKey)) return 'it must be signed by itself';
  if (!ca) return 'it must be an authority';
  if (new Date(validFrom) > today || new Date(validTo) < today)
    return `it must be valid on ${today.toISOString().slice(0, 10)}; it is valid from ${validFrom} to ${validTo}`;
  const { modulusLength, namedCurve } = publicKey.asymmetricKeyDetails ?? {};
  const actual =
    modulusLength === undefined ? (curves[namedCurve ?? ''] ?? namedCurve) : `RSA${modulusLength}`;
  return actual === key ? undefined : `its key must be ${key}; it is ${actual ?? 'unknown'}`;
}

const curves: Readonly<Record<string, string>> = { secp384r1: 'ECC384' };
