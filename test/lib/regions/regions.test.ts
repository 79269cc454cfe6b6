import { RegionInfo } from 'aws-cdk-lib/region-info';
import {
  needsOptIn,
  openRegions,
  regionNamed,
  regions,
  supportedInsteadOf,
  supportedRegions,
} from '../../../lib/regions/regions';

test('D5: every region that CDK has is in the table, in the same partition', () => {
  const missing = RegionInfo.regions.filter(
    ({ name, partition }) => regionNamed(name)?.partition !== partition,
  );
  expect(missing.map(({ name, partition }) => `${name} in ${partition}`)).toEqual([]);
});

test('each region is listed once, with its place and its source', () => {
  expect(new Set(regions.map(({ region }) => region)).size).toBe(regions.length);
  for (const { place, source } of regions) {
    expect(place).toMatch(/\w/);
    expect(source).toMatch(/^https:\/\//);
  }
});

test('only commercial regions are supported', () => {
  expect(supportedRegions).toContain('eu-west-1');
  expect(supportedRegions).toHaveLength(36);
  expect(supportedRegions.filter((name) => /^cn-|-gov-|-iso|^eusc-/.test(name))).toEqual([]);
});

test('what is proposed instead of a region in another partition is supported', () => {
  for (const row of regions) expect(supportedRegions).toContain(supportedInsteadOf(row));
});

test('each region that AWS lists is supported, and says whether an account has to enable it first', () => {
  expect(openRegions).toHaveLength(34);
  expect(new Set(openRegions).size).toBe(34);
  expect(openRegions.filter((region) => !supportedRegions.includes(region))).toEqual([]);
  expect(openRegions.filter((region) => needsOptIn(region) === 'yes')).toHaveLength(17);
  expect(['ap-east-1', 'us-east-1', 'me-west-1'].map(needsOptIn)).toEqual(['yes', 'no', 'unknown']);
});
