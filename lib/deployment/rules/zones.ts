import { writePath } from '../report/found';
import type { Rule } from './rule';

/** A DB subnet group and a load balancer need two zones, whatever else is switched off. */
const twoZones: Rule = function* ({ aws: { zones } }) {
  if (zones?.length !== 1) return;
  yield {
    path: 'aws.zones',
    rule: 'must have 2 or 3 zones: a DB subnet group, a load balancer and Multi-AZ need two',
    instead: 'two or three zones, or no aws.zones to get two of the region',
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
      rule: `must be a zone of the deployment's region, ${aws.region}`,
      instead: `'${aws.region}${zone.slice(-1)}'`,
    };
  }
};

const distinct: Rule = function* ({ aws, network }) {
  const lists = [
    { parent: 'aws.zones', zones: aws.zones ?? [] },
    { parent: 'network.existingVpc.zones', zones: network.existingVpc?.zones ?? [] },
  ];
  for (const { parent, zones } of lists) {
    for (const [index, zone] of zones.entries()) {
      const first = zones.indexOf(zone);
      if (first === index) continue;
      yield {
        path: `${parent}.${index}`,
        rule: `must differ from ${writePath([...parent.split('.'), first])}; two subnets in one zone fail together`,
        instead: 'each zone once',
      };
    }
  }
};

export const zoneRules: readonly Rule[] = [twoZones, inRegion, distinct];
