/** A network by its numbers. */
export interface Network {
  /** First address, as a whole number. */
  readonly first: number;
  readonly last: number;
  /** Bits of the network part. */
  readonly prefix: number;
}

/** Reads a valid CIDR such as `10.0.0.0/16`. `aligned` is false when the address has bits beyond the prefix. */
export function parseCidr(cidr: string): Network & { readonly aligned: boolean } {
  const [address = '', bits = ''] = cidr.split('/');
  const stated = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const prefix = Number(bits);
  const size = 2 ** (32 - prefix);
  const first = stated - (stated % size);
  return { first, last: first + size - 1, prefix, aligned: first === stated };
}

export function overlap(one: Network, other: Network): boolean {
  return one.first <= other.last && other.first <= one.last;
}

/** Whether all addresses of a network are in another. */
export function within(part: Network, whole: Network): boolean {
  return part.first >= whole.first && part.last <= whole.last;
}

/** `10.0.1.2` of its number. */
export function formatAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}
