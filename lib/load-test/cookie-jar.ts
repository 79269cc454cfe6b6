/**
 * Cookies of one virtual customer, sent back as a browser does: those whose path leads to the address.
 * All requests go to one host, so `Domain` is not read.
 */
export class CookieJar {
  readonly #cookies = new Map<string, { readonly value: string; readonly path: string }>();

  /** @param headers values of `Set-Cookie` */
  store(headers: readonly string[]): void {
    for (const header of headers) {
      const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
      const [name, value] = split(pair);
      const attribute = (wanted: string) =>
        attributes.map(split).find(([key]) => key.toLowerCase() === wanted)?.[1];
      if (isExpired(attribute('max-age'), attribute('expires'))) this.#cookies.delete(name);
      else this.#cookies.set(name, { value, path: attribute('path') ?? '/' });
    }
  }

  /** Value of the `Cookie` header for a path; undefined when no cookie fits. */
  headerFor(path: string): string | undefined {
    const [pathname = '/'] = path.split('?');
    const sent = [...this.#cookies].filter(([, cookie]) => leadsTo(cookie.path, pathname));
    return sent.length === 0 ? undefined : sent.map(([name, { value }]) => `${name}=${value}`).join('; ');
  }
}

function split(pair: string): [name: string, value: string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}

const isExpired = (maxAge: string | undefined, expires: string | undefined) =>
  maxAge === undefined
    ? expires !== undefined && new Date(expires).getTime() <= Date.now()
    : Number(maxAge) <= 0;

/** RFC 6265, section 5.1.4: https://www.rfc-editor.org/rfc/rfc6265#section-5.1.4 */
const leadsTo = (cookiePath: string, path: string) =>
  path === cookiePath || path.startsWith(cookiePath.endsWith('/') ? cookiePath : `${cookiePath}/`);
