import { routes } from '../../../../app-image/api/routes';
import { addressOf } from '../../../../app-image/web/api/address';

describe('addresses of the API', () => {
  it('encode parameters, so that a parameter cannot change the path', () => {
    expect(addressOf(routes.product, { slug: '../accounts/me?x' })).toBe(
      '/api/products/..%2Faccounts%2Fme%3Fx',
    );
  });

  it('leave out what is not set', () => {
    expect(addressOf(routes.products, {}, { category: '', sort: undefined, limit: 24, inStock: true })).toBe(
      '/api/products?limit=24&inStock=true',
    );
  });

  it('are refused when a parameter is missing', () => {
    expect(() => addressOf(routes.cartItem)).toThrow(':productId');
  });
});
