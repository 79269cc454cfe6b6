import { endpointOf, WebhookSecretError } from '../../../constructs/alarms/webhook-endpoint';

const url = 'https://hooks.example.com/services/t0ps3cr3t';

test.each([
  ['an address', url, {}],
  ['an address with a line break after it', `${url}\n`, {}],
  ['JSON with an address', JSON.stringify({ url }), {}],
  ['JSON with a token', JSON.stringify({ url, token: 'Bearer abc' }), { authorization: 'Bearer abc' }],
  [
    'JSON with a header and a token',
    JSON.stringify({ url, header: 'X-Key', token: 'abc' }),
    { 'x-key': 'abc' },
  ],
])('a secret may be %s', (_, secret, headers) => {
  expect(endpointOf(secret)).toEqual({ url, headers });
});

describe('a secret that is not usable is refused, and no part of it is told', () => {
  test.each([
    ['nothing', '', /has no address/],
    ['a word', 't0ps3cr3t', /has no address/],
    ['an address without a scheme', 'hooks.example.com/t0ps3cr3t', /has no address/],
    ['HTTP', 'http://hooks.example.com/t0ps3cr3t', /does not begin with https/],
    ['another scheme', 'file:///etc/t0ps3cr3t', /does not begin with https/],
    ['a password in the address', 'https://ada:t0ps3cr3t@hooks.example.com', /user name or a password/],
    ['JSON that is cut off', `{"url": "${url}"`, /is not JSON/],
    ['JSON without an address', '{"token": "t0ps3cr3t"}', /other fields than/],
    ['JSON with a number', '{"url": 5}', /other fields than/],
    ['JSON with a token that is no text', JSON.stringify({ url, token: ['t0ps3cr3t'] }), /other fields than/],
    ['JSON with an unknown field', JSON.stringify({ url, tokn: 't0ps3cr3t' }), /other fields than/],
    ['JSON with HTTP', '{"url": "http://hooks.example.com/t0ps3cr3t"}', /does not begin with https/],
    ['a token with a line break', JSON.stringify({ url, token: 't0ps3cr3t\nx' }), /cannot be sent in HTTP/],
    [
      'a header that is no name',
      JSON.stringify({ url, header: 'a b', token: 't0ps3cr3t' }),
      /cannot be sent in HTTP/,
    ],
  ])('%s', (_, secret, message) => {
    let problem: unknown;
    try {
      endpointOf(secret);
    } catch (thrown) {
      problem = thrown;
    }
    expect(problem).toBeInstanceOf(WebhookSecretError);
    const { message: text, cause } = problem as Error;
    expect(text).toMatch(message);
    expect(text).not.toMatch(/t0ps3cr3t|hooks\.example|ada/);
    expect(cause).toBeUndefined();
    // What must hold, and the way out.
    expect(text).toMatch(/The secret must be an address that begins with https/);
  });
});
