import bundle from './rds-global-bundle.json';
import type { RegionAuthorities } from './read-rds-authorities';

const authorities: RegionAuthorities = bundle.authorities;

/** Regions whose RDS certificate authorities are known, in the order of their names. */
export const regionsWithAuthorities: readonly string[] = Object.keys(authorities);

/**
 * The authorities that may sign the certificate of a database, as PEM. RDS has authorities of its own in
 * each region, and an endpoint of RDS names the region, so only those three are trusted. For any other name
 * of the host it is all of them, as the region is unknown.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
 * @param host - name of the database's host, such as `shop.abc.eu-west-1.rds.amazonaws.com`
 */
export function rdsAuthorities(host: string): readonly string[] {
  const region = /\.([a-z0-9-]+)\.rds\.amazonaws\.com$/i.exec(host)?.[1]?.toLowerCase() ?? '';
  return authorities[region] ?? Object.values(authorities).flat();
}
