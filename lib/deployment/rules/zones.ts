import { isZoneId, regionOfZone, zoneIdsOf, zonesWithout } from '../../regions/zones';
import { writePath } from '../report/found';
import type { ParsedFields } from '../schema';
import { zoneServicesOf } from '../zone-services';
import type { Rule } from './rule';

/** Every zone that the file states, with its path. */
function statedZones({ aws, network }: ParsedFields): { path: string; zone: string }[] {
  return [
    ...(aws.zones ?? []).map((zone, index) => ({ path: `aws.zones.${index}`, zone })),
    ...(network.existingVpc?.zones ?? []).map((zone, index) => ({
      path: `network.existingVpc.zones.${index}`,
      zone,
    })),
  ];
}

/** A DB subnet group and a load balancer need two zones, whatever else is switched off. */
const twoZones: Rule = function* ({ aws: { zones } }) {
  if (zones?.length !== 1) return;
  yield {
    path: 'aws.zones',
    rule: 'must have 2 or 3 zones: a DB subnet group, a load balancer and Multi-AZ need two',
    instead: 'two or three zones, or no aws.zones to get two of the region',
  };
};

const inRegion: Rule = function* (deployment) {
  const { region } = deployment.aws;
  for (const { path, zone } of statedZones(deployment)) {
    if (regionOfZone(zone) === region) continue;
    yield {
      path,
      rule: `must be a zone of the deployment's region, ${region}`,
      instead: isZoneId(zone) ? ids(zoneIdsOf(region)) : `'${region}${zone.slice(-1)}'`,
    };
  }
};

/** A name and an id may mean the same zone. */
const namesOrIds: Rule = function* ({ aws, network }) {
  for (const [path, zones] of [
    ['aws.zones', aws.zones ?? []],
    ['network.existingVpc.zones', network.existingVpc?.zones ?? []],
  ] as const) {
    if (new Set(zones.map(isZoneId)).size < 2) continue;
    yield {
      path,
      rule: 'must name all zones in the same way, as a name and an id may mean one zone',
      instead: 'names only, or ids only',
    };
  }
};

/** The id of a zone is the same in every account, so what it lacks is certain. */
const withWhatIsUsed: Rule = function* (deployment) {
  const { region } = deployment.aws;
  const gaps = zonesWithout(zoneServicesOf(deployment), region);
  for (const { path, zone } of statedZones(deployment)) {
    const here = gaps.filter((gap) => gap.zone === zone);
    const [first] = here;
    if (first === undefined) continue;
    const others = zoneIdsOf(region).filter((id) => !gaps.some((gap) => gap.zone === id));
    yield {
      path,
      rule: `must be a zone with everything that this deployment uses; ${zone} has no ${here.map(({ lacks }) => lacks).join(' and no ')} (${first.source})`,
      instead: ids(others),
    };
  }
};

function ids(zones: readonly string[]): string {
  return zones.length === 0 ? 'a zone of the region' : zones.map((zone) => `'${zone}'`).join(', ');
}

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

export const zoneRules: readonly Rule[] = [twoZones, inRegion, namesOrIds, distinct, withWhatIsUsed];
