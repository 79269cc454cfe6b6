import { regionsWithAuthorities } from '../../app-image/contract/rds-authorities';
import { needsOptIn, regions, type Partition } from './regions';
import { availability, serviceNames, type Availability, type Service } from './services';
import { zoneGaps, zoneIdsOf, type ZoneGap } from './zones';

/** Everything that differs by region, for one region. */
export interface RegionFacts {
  readonly region: string;
  readonly place: string;
  readonly partition: Partition;
  /** Whether an account has to enable the region first. */
  readonly optIn: Availability;
  /** Ids of its zones; empty when they are unknown. */
  readonly zones: readonly string[];
  /** What single zones lack. */
  readonly zoneGaps: readonly ZoneGap[];
  readonly services: ReadonlyMap<Service, Availability>;
  /** Whether the RDS certificate authorities are in the bundle. */
  readonly authorities: Availability;
}

/** One row for each region that AWS has a name for. Rules, warnings and docs/regions.md say what it says. */
export const regionTable: readonly RegionFacts[] = regions.map(({ region, place, partition }) => ({
  region,
  place,
  partition,
  optIn: needsOptIn(region),
  zones: zoneIdsOf(region),
  zoneGaps: zoneGaps.filter((gap) => gap.region === region),
  services: new Map(serviceNames.map((service) => [service, availability(service, region)])),
  authorities: regionsWithAuthorities.includes(region) ? 'yes' : 'unknown',
}));
