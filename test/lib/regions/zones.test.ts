import { openRegions, supportedRegions } from '../../../lib/regions/regions';
import {
  isListedZone,
  mappedByAccount,
  regionOfZone,
  zoneGaps,
  zoneIdsOf,
  zonesWithout,
} from '../../../lib/regions/zones';

test('D5: each open region has the ids of three zones or more, and no id is in two regions', () => {
  for (const region of openRegions) expect(zoneIdsOf(region).length).toBeGreaterThanOrEqual(3);
  const all = openRegions.flatMap(zoneIdsOf);
  expect(new Set(all).size).toBe(all.length);
  for (const region of openRegions) for (const id of zoneIdsOf(region)) expect(regionOfZone(id)).toBe(region);
});

test('the zones of a region that is not open are unknown', () => {
  expect(supportedRegions.filter((region) => zoneIdsOf(region).length === 0)).toEqual([
    'me-west-1',
    'sa-west-1',
  ]);
});

test('each zone that lacks something is in its region, once for each service, with a source', () => {
  for (const { zone, region, source } of zoneGaps) {
    expect(regionOfZone(zone)).toBe(region);
    expect(source).toMatch(/^https:\/\//);
  }
  const rows = zoneGaps.map(({ zone, lacks }) => `${zone} ${lacks}`);
  expect(new Set(rows).size).toBe(rows.length);
  expect(mappedByAccount.filter((region) => !openRegions.includes(region))).toEqual([]);
});

test.each([
  ['us-east-1', ['CloudFront VPC origins', 'Graviton']],
  ['us-west-1', ['CloudFront VPC origins', 'Fargate']],
  ['ap-northeast-1', ['CloudFront VPC origins', 'Fargate', 'NAT gateways']],
  ['ca-central-1', ['CloudFront VPC origins']],
  ['eu-west-1', []],
])('one zone of %s lacks %j', (region, lacks) => {
  const gaps = zonesWithout(['CloudFront VPC origins', 'Fargate', 'Graviton', 'NAT gateways'], region);
  expect(gaps.map((gap) => gap.lacks)).toEqual(lacks);
  expect(new Set(gaps.map(({ zone }) => zone)).size).toBe(lacks.length === 0 ? 0 : 1);
});

test.each([
  ['us-east-1f', true],
  ['us-east-1g', false],
  ['eu-west-1c', true],
  ['eu-west-1d', false],
  // The third one is gone; the letters did not move.
  ['ca-central-1d', true],
  ['use1-az6', true],
  ['use1-az7', false],
  // Not in the list any more, and older accounts may have it.
  ['cac1-az3', true],
])('zone %s is in the list: %s', (zone, expected) => {
  expect(isListedZone(zone)).toBe(expected);
});
