import { ownDomain, testEdge } from './test-edge';

function recordsOf(domain: Parameters<typeof testEdge>[0]): string[] {
  const records = Object.values(testEdge(domain).template.findResources('AWS::Route53::RecordSet'));
  return records.map(({ Properties: { Type, Name } }) => `${String(Type)} ${String(Name)}`).toSorted();
}

test('every name of the site leads to the shop over IPv4 and IPv6', () => {
  expect(recordsOf({ domain: ownDomain })).toEqual([
    'A shop.example.com.',
    'A www.shop.example.com.',
    'AAAA shop.example.com.',
    'AAAA www.shop.example.com.',
  ]);
});

test('names whose zone is kept elsewhere are left alone', () => {
  const certificateArn =
    'arn:aws:acm:us-east-1:111122223333:certificate/0123abcd-0123-4567-89ab-0123456789ab';
  expect(recordsOf({ domain: { name: 'shop.example.com', certificateArn } })).toEqual([]);
});

test('a shop without a domain has no records', () => {
  expect(recordsOf({})).toEqual([]);
});
