import { requestIdOf } from '../../../../app-image/server/http/request-id';

const cloudFront = 'SJ-O-1Pg1lMy3CxOJ9sWbT7pSYHLIbpUN0x1Vk6TZ_wuKAsw2B0Ppg==';
const trace = '1-67891233-abcdef012345678912345678';
const generated = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('the id of a request', () => {
  test('is that of CloudFront, which stands furthest in front', () => {
    expect(
      requestIdOf({
        'x-amz-cf-id': cloudFront,
        'x-amzn-trace-id': `Root=${trace}`,
        'x-request-id': 'client-7',
      }),
    ).toBe(cloudFront);
  });

  test.each([
    `Root=${trace}`,
    `Self=1-00000000-000000000000000000000000;Root=${trace}`,
    `Root=${trace};Parent=53995c3f42cd8ad8;Sampled=1`,
  ])('without CloudFront is the root of the load balancer’s trace: %s', (header) => {
    expect(requestIdOf({ 'x-amzn-trace-id': header, 'x-request-id': 'client-7' })).toBe(trace);
  });

  test('else is that of another proxy or of the client', () => {
    expect(requestIdOf({ 'x-request-id': '7b7e2a30-2d5c-4d6a-9a55-0a7f1c1d6c11' })).toBe(
      '7b7e2a30-2d5c-4d6a-9a55-0a7f1c1d6c11',
    );
  });

  test('else is generated, another for each request', () => {
    const ids = [requestIdOf({}), requestIdOf({})];
    expect(ids[0]).toMatch(generated);
    expect(ids[1]).not.toBe(ids[0]);
  });

  test.each([
    ['too short', 'abc'],
    ['too long', 'a'.repeat(129)],
    ['empty', ''],
    ['the end of a comment', 'aaaaaaaa*/; drop table orders; --'],
    ['a quote', "aaaaaaaa'or'1"],
    ['a new line', 'aaaaaaaa\nlevel=error'],
    ['a space', 'aaaaaaaa bbbb'],
    ['JSON', '{"level":"error"}'],
    ['two headers in one', 'aaaaaaaa, bbbbbbbb'],
    ['letters beyond ASCII', 'aaaaaaaaé'],
  ])('that is not well-formed is not taken: %s', (_, value) => {
    for (const header of ['x-amz-cf-id', 'x-amzn-trace-id', 'x-request-id'])
      expect([header, requestIdOf({ [header]: value })]).toEqual([header, expect.stringMatching(generated)]);
  });

  test('from the next header when the first is not well-formed', () => {
    expect(requestIdOf({ 'x-amz-cf-id': "'", 'x-request-id': 'client-77' })).toBe('client-77');
  });
});
