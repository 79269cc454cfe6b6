import { nextLogin, parseLogin, storedLogin } from '../../../../constructs/data/login/login';

const first = { username: 'shop_a', password: 'TheFirstPassword' };

test('a login alternates between two names', () => {
  const second = nextLogin(first, 'shop');
  const third = nextLogin(second, 'shop');
  expect([second.username, third.username]).toEqual(['shop_b', 'shop_a']);
});

test('each password is new, and fits into an address as it is', () => {
  const passwords = Array.from({ length: 50 }, () => nextLogin(first, 'shop').password);
  expect(new Set(passwords).size).toBe(50);
  for (const password of passwords) expect(password).toMatch(/^[A-Za-z0-9]{40}$/);
});

test('the address signs in with the same name and password, and requires TLS', () => {
  const { url } = storedLogin(first, { host: 'db.example', port: 5432, name: 'shop' });
  const parsed = new URL(url);
  expect(parsed).toMatchObject({
    username: first.username,
    password: first.password,
    host: 'db.example:5432',
  });
  expect(parsed.searchParams.get('sslmode')).toBe('require');
});

test.each(['TheFirstPassword', '{"username":"shop_a","secret":"TheFirstPassword"}', 'null', ''])(
  'a secret that holds no login is refused without quoting it: %s',
  (text) => {
    expect(() => parseLogin(text)).toThrow('`username` and `password`');
    expect(() => parseLogin(text)).not.toThrow('TheFirstPassword');
  },
);
