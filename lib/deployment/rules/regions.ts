import { regionsWithAuthorities } from '../../../app-image/contract/rds-authorities';
import type { Rule } from './rule';

/**
 * Everything that connects to the database checks its certificate, and the function that makes the login is
 * the first: without the region's authorities the data stack cannot be created.
 */
const authoritiesOfTheRegion: Rule = function* ({ aws: { region } }) {
  if (regionsWithAuthorities.includes(region)) return;
  yield {
    path: 'aws.region',
    rule: `must be a region whose RDS certificate authorities are in app-image/contract/rds-global-bundle.json; without them no connection to the database in ${region} is accepted`,
    instead: `another region; or, once AWS has RDS in ${region}, download https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem and run: npm run rds-authorities --workspace app-image -- global-bundle.pem`,
  };
};

export const regionRules: readonly Rule[] = [authoritiesOfTheRegion];
