import { shippingAddress } from '../../../../app-image/api/shopping';
import { ProblemError } from '../../../../app-image/web/api/failures';
import { countries, countryName, likelyCountry } from '../../../../app-image/web/forms/countries';
import { fieldProblems } from '../../../../app-image/web/forms/field-problems';

it('a message of the server is shown at its field', () => {
  const error = new ProblemError({
    type: '/problems/validation',
    title: 'Bad Request',
    status: 400,
    instance: 'r',
    errors: [{ path: 'body.shipTo.postcode', message: 'is too long' }],
  });
  expect(fieldProblems(error)).toEqual({ postcode: 'is too long' });
  expect(fieldProblems(new Error('something else'))).toEqual({});
});

describe('countries', () => {
  it('are all accepted by an order, and have a name', () => {
    for (const { code, name } of countries) {
      expect(shippingAddress.shape.country.safeParse(code).success).toBe(true);
      expect(name).not.toBe(code);
    }
    expect(countryName('DE')).toBe('Germany');
  });

  it.each([
    ['en-GB', 'GB'],
    ['de', 'DE'],
    ['sw-KE', 'KE'],
    ['en-AQ', 'US'],
  ])('a reader of %s most likely lives in %s', (language, country) => {
    expect(likelyCountry(language)).toBe(country);
  });
});
