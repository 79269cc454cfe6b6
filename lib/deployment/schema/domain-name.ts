import { domainToASCII } from 'node:url';
import type { Explanation } from './explanation';
import { text } from './shapes';

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
/** The last label is no number: with one, the whole would be an IPv4 address. */
const form = new RegExp(`^(?=.{4,253}$)(?:${label}\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])$`);

/** A DNS name in lower case, without a trailing dot. Other letters are written as DNS has them, such as `xn--mnchen-3ya.de`. */
export const domainName = text(form, 'a lower-case DNS name', 'shop.example.com', explainDomainName);

/** Takes the host out of an address that was copied from a browser, and writes it as DNS has it. */
function explainDomainName(value: unknown): Explanation | undefined {
  if (typeof value !== 'string') return undefined;
  const host = /^(?:[a-z]+:\/\/)?([^/:?#\s]+)/i.exec(value.trim())?.[1]?.replace(/\.$/, '') ?? '';
  const meant = /[^\u0000-\u007f]/.test(host) ? domainToASCII(host) : host.toLowerCase();
  if (value.startsWith('*.'))
    return {
      rule: 'must be one DNS name; a wildcard stands for many, and each has a record of its own here',
      instead: `each name, such as 'shop.${meant.slice(2)}'`,
    };
  return meant !== value && form.test(meant) ? { instead: `'${meant}'` } : undefined;
}
