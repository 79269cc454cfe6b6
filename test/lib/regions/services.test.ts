import { supportedRegions } from '../../../lib/regions/regions';
import {
  availability,
  serviceNames,
  services,
  servicesRead,
  whereToLook,
} from '../../../lib/regions/services';
import { regionTable } from '../../../lib/regions/table';

describe('D5: the table of regions', () => {
  test.each(regionTable)('$region says of each service yes, no or unknown', ({ services: facts }) => {
    expect([...facts.keys()]).toEqual(serviceNames);
    for (const fact of facts.values()) expect(['yes', 'no', 'unknown']).toContain(fact);
  });

  test.each(serviceNames)('%s has its pages, and lists regions that exist, each once', (service) => {
    const { sources, regions } = services[service];
    for (const source of sources) expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/\S+\.html$/);
    expect(regions.filter((region) => !supportedRegions.includes(region))).toEqual([]);
    expect(new Set(regions).size).toBe(regions.length);
    expect(whereToLook(service)).toBe(`${sources[0]}, read on ${servicesRead}`);
  });

  test('the day on which the pages were read is a day', () => {
    expect(new Date(servicesRead).toISOString().slice(0, 10)).toBe(servicesRead);
  });
});

test.each([
  ['appRunner', 'eu-west-1', 'yes'],
  ['appRunner', 'eu-north-1', 'no'],
  // Closed to new customers, so a region that opens later has none.
  ['appRunner', 'me-west-1', 'no'],
  ['bedrock', 'ap-east-1', 'no'],
  ['bedrock', 'me-west-1', 'unknown'],
  ['titan', 'eu-central-2', 'yes'],
  ['titan', 'ap-southeast-1', 'no'],
  // The page is older than these regions.
  ['fargate', 'ap-east-2', 'unknown'],
  ['express', 'ap-southeast-6', 'unknown'],
  ['fargate', 'mx-central-1', 'yes'],
  ['vpcOrigins', 'ap-southeast-6', 'yes'],
  ['edgeLogs', 'me-west-1', 'yes'],
  ['vpcOrigins', 'cn-north-1', 'unknown'],
  ['appRunner', 'us-gov-west-1', 'unknown'],
] as const)('%s in %s: %s', (service, region, expected) => {
  expect(availability(service, region)).toBe(expected);
});
