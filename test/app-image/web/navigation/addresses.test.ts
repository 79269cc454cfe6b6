import { nextAfterSignIn, pages, signInAddress } from '../../../../app-image/web/navigation/addresses';

describe('after signing in', () => {
  it('the customer reaches the page that they wanted', () => {
    const address = new URL(signInAddress(pages.checkout), 'http://shop');
    expect(nextAfterSignIn(address.searchParams.get('next') ?? undefined)).toBe('/checkout');
  });

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '',
    undefined,
  ])('%s leads no further than the own account', (next) => {
    expect(nextAfterSignIn(next)).toBe(pages.account);
  });
});
