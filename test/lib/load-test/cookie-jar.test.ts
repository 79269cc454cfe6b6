import { CookieJar } from '../../../lib/load-test/cookie-jar';

const jarWith = (...headers: string[]) => {
  const jar = new CookieJar();
  jar.store(headers);
  return jar;
};

test('a cookie goes to its path and what is below', () => {
  const jar = jarWith('visitor=1; Path=/api; HttpOnly', 'refresh=2; Path=/api/sessions');
  expect(jar.headerFor('/api/cart')).toBe('visitor=1');
  expect(jar.headerFor('/api/sessions/refresh')).toBe('visitor=1; refresh=2');
  expect(jar.headerFor('/api/sessions?next=1')).toBe('visitor=1; refresh=2');
  expect(jar.headerFor('/')).toBeUndefined();
  expect(jar.headerFor('/apis')).toBeUndefined();
});

test('a later cookie of the same name replaces the earlier one', () => {
  const jar = jarWith('refresh=old; Path=/');
  jar.store(['refresh=new=with=signs; Path=/']);
  expect(jar.headerFor('/')).toBe('refresh=new=with=signs');
});

test.each(['Max-Age=0', 'Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'max-age=-1'])(
  'a cookie with %s is removed',
  (attribute) => {
    const jar = jarWith('refresh=1; Path=/');
    jar.store([`refresh=; Path=/; ${attribute}`]);
    expect(jar.headerFor('/')).toBeUndefined();
  },
);

test('Max-Age counts more than Expires', () => {
  expect(jarWith('a=1; Path=/; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT').headerFor('/')).toBe(
    'a=1',
  );
});
