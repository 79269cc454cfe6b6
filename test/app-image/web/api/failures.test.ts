import { problemErrorFrom, retryAfterSeconds } from '../../../../app-image/web/api/failures';

describe('an error response', () => {
  it('is explained by its problem document', async () => {
    const body = {
      type: 'about:blank',
      title: 'Conflict',
      status: 409,
      detail: 'The cart is empty.',
      instance: 'r7',
    };
    const error = await problemErrorFrom(
      new Response(JSON.stringify(body), {
        status: 409,
        headers: { 'content-type': 'application/problem+json' },
      }),
    );
    expect(error).toMatchObject({ status: 409, message: 'The cart is empty.', problem: body });
  });

  it.each([
    ['a page of a proxy', '<h1>Bad Gateway</h1>', 'text/html'],
    ['broken JSON', '{"title": ', 'application/json'],
    ['no body', '', 'application/json'],
  ])('keeps its status when it comes with %s', async (_, body, type) => {
    const error = await problemErrorFrom(
      new Response(body, { status: 502, headers: { 'content-type': type } }),
    );
    expect(error.status).toBe(502);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-23T09:00:00Z');

  it.each([
    ['120', 120],
    ['0', 0],
    ['Mon, 23 Nov 2026 09:00:45 GMT', 45],
    ['Mon, 23 Nov 2026 08:00:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('%s is %s seconds', (header, seconds) => {
    expect(retryAfterSeconds(header, now)).toBe(seconds);
  });
});
