import type { Rule } from './rule';

/** A DB subnet group takes no single zone, whatever stands in it, and neither does a load balancer. */
const twoZones: Rule = function* ({ aws: { zones } }) {
  if (zones?.length !== 1) return;
  yield {
    path: 'aws.zones',
    rule: 'has one zone; Multi-AZ for database and cache, a DB subnet group and a load balancer need two',
    instead: 'two or three zones, or no aws.zones to get the first two of the region',
  };
};

const inRegion: Rule = function* ({ aws, network }) {
  const stated = [
    ...(aws.zones ?? []).map((zone, index) => ({ path: `aws.zones.${index}`, zone })),
    ...(network.existingVpc?.zones ?? []).map((zone, index) => ({
      path: `network.existingVpc.zones.${index}`,
      zone,
    })),
  ];
  for (const { path, zone } of stated) {
    if (zone.slice(0, -1) === aws.region) continue;
    yield {
      path,
      rule: `is a zone of the deployment's region, ${aws.region}`,
      instead: `a zone such as ${aws.region}a`,
    };
  }
};

const distinct: Rule = function* ({ aws: { zones = [] } }) {
  for (const [index, zone] of zones.entries()) {
    if (zones.indexOf(zone) === index) continue;
    yield {
      path: `aws.zones.${index}`,
      rule: 'stands in the list already; two subnets in one zone fail together',
      instead: 'each zone once',
    };
  }
};

export const zoneRules: readonly Rule[] = [twoZones, inRegion, distinct];
