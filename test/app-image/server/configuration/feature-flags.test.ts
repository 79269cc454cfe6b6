import { FeatureFlags } from '../../../../app-image/server/configuration/feature-flags';

const visitors = Array.from({ length: 2000 }, (_, index) => `visitor-${index}`);
const share = (flags: FeatureFlags, name: string) =>
  visitors.filter((visitor) => flags.isOn(name, visitor)).length / visitors.length;

describe('C25: feature flags', () => {
  test('on is for all, off and unknown for none', () => {
    const flags = new FeatureFlags('reviews=on, wishlist=off');
    expect([share(flags, 'reviews'), share(flags, 'wishlist'), share(flags, 'nothing')]).toEqual([1, 0, 0]);
  });

  test('a share reaches about that many visitors, always the same', () => {
    const flags = new FeatureFlags('checkout=25%');
    expect(share(flags, 'checkout')).toBeGreaterThan(0.21);
    expect(share(flags, 'checkout')).toBeLessThan(0.29);
    const again = new FeatureFlags('checkout=25%');
    for (const visitor of visitors)
      expect(again.isOn('checkout', visitor)).toBe(flags.isOn('checkout', visitor));
  });

  test('who has a feature keeps it while its share grows', () => {
    const [before, after] = [new FeatureFlags('checkout=10%'), new FeatureFlags('checkout=50%')];
    const lost = visitors.filter(
      (visitor) => before.isOn('checkout', visitor) && !after.isOn('checkout', visitor),
    );
    expect(lost).toEqual([]);
  });

  test('two flags try their features on different visitors', () => {
    const flags = new FeatureFlags('a=50%,b=50%');
    const both = visitors.filter((visitor) => flags.isOn('a', visitor) && flags.isOn('b', visitor)).length;
    expect(both / visitors.length).toBeGreaterThan(0.2);
    expect(both / visitors.length).toBeLessThan(0.3);
  });
});
