import { RegionInfo } from 'aws-cdk-lib/region-info';
import { regionNamed, regions, supportedInsteadOf, supportedRegions } from '../../../lib/regions/regions';

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
