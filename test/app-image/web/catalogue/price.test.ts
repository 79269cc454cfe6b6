import { formatPrice } from '../../../../app-image/web/catalogue/price';

it.each([
  [0, '$0.00'],
  [5, '$0.05'],
  [1999, '$19.99'],
  [129_900, '$1,299.00'],
  [100_000_000, '$1,000,000.00'],
])('%d cents are written %s', (cents, text) => {
  expect(formatPrice(cents)).toBe(text);
});

it('a currency without a smaller unit is not divided', () => {
  expect(formatPrice(1200, 'JPY')).toBe('¥1,200');
});
