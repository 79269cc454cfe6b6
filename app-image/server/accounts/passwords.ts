import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * OWASP's setting with the least memory, 16 MB: a small container can hash two at a time while it serves requests
 * (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt).
 */
const current = { log2n: 14, r: 8, p: 5 } as const;
const keyBytes = 32;

/** Most hashes at a time; more would take the memory and threads that requests need. */
const mostAtOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, current);
  const { log2n, r, p } = current;
  return ['scrypt', log2n, r, p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Compared for an account that does not exist, so that the answer takes the same time. */
const hashOfNoAccount = `scrypt$${current.log2n}$${current.r}$${current.p}$${'A'.repeat(22)}==$${'A'.repeat(43)}=`;

export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, log2n, r, p, salt = '', key = ''] = (hash ?? hashOfNoAccount).split('$');
  const expected = Buffer.from(key, 'base64');
  const found = await derive(password, Buffer.from(salt, 'base64'), {
    log2n: Number(log2n),
    r: Number(r),
    p: Number(p),
  });
  return timingSafeEqual(found, expected) && hash !== undefined;
}

async function derive(
  password: string,
  salt: Buffer,
  { log2n, r, p }: Record<'log2n' | 'r' | 'p', number>,
): Promise<Buffer> {
  if (running >= mostAtOnce) await new Promise<void>((resume) => waiting.push(resume));
  else running += 1;
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      const cost = { N: 2 ** log2n, r, p, maxmem: 256 * 2 ** log2n * r };
      scrypt(password.normalize('NFKC'), salt, keyBytes, cost, (error, key) =>
        error ? reject(error) : resolve(key),
      );
    });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
