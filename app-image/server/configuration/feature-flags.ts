import { createHash } from 'node:crypto';

/** Features and the share of visitors that get them: `new-checkout=25%,reviews=on`. */
export class FeatureFlags {
  /** Share of visitors, in percent, by the flag's name. */
  private readonly shares: ReadonlyMap<string, number>;

  constructor(text: string) {
    this.shares = new Map(
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean)
        .map((part): [string, number] => {
          const [name = '', value = ''] = part.split('=').map((word) => word.trim());
          return [name, value === 'on' ? 100 : value === 'off' ? 0 : Number.parseInt(value, 10)];
        }),
    );
  }

  /** The same visitor always gets the same answer, and keeps a feature while its share grows. */
  isOn(name: string, visitor: string): boolean {
    const share = this.shares.get(name) ?? 0;
    return share === 100 || bucket(name, visitor) < share;
  }

  statesFor(visitor: string): Record<string, boolean> {
    return Object.fromEntries([...this.shares.keys()].map((name) => [name, this.isOn(name, visitor)]));
  }
}

/** 0–99.99, evenly distributed over visitors; different for each flag, so that not always the same visitors get new features. */
function bucket(name: string, visitor: string): number {
  const digest = createHash('sha256').update(`${name}\0${visitor}`).digest();
  return (digest.readUInt32BE(0) % 10_000) / 100;
}
