import { regionsWithAuthorities } from '../../../../app-image/contract/rds-authorities';
import { supportedRegions } from '../../../../lib/regions/regions';
import { problemsOf, smallest, testRules } from '../rule-cases';

testRules('regions', [
  {
    rule: 'the certificate authorities of RDS are known',
    passes: { aws: { region: 'mx-central-1' } },
    fails: { aws: { region: 'me-west-1' } },
    at: 'aws.region',
    because:
      'must be a region whose RDS certificate authorities are in app-image/contract/rds-global-bundle.json; without them no connection to the database in me-west-1 is accepted',
    instead:
      'another region; or, once AWS has RDS in me-west-1, download https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem and run: npm run rds-authorities --workspace app-image -- global-bundle.pem',
  },
]);

test('D5: every supported region is accepted, or says which fact is in its way', () => {
  const refused = supportedRegions.flatMap((region) =>
    problemsOf({ ...smallest, aws: { region } }).map(({ path }) => `${region} ${path}`),
  );
  expect(refused).toEqual(['ap-east-1 ai.model', 'me-west-1 aws.region', 'sa-west-1 aws.region']);
  expect(supportedRegions.filter((region) => !regionsWithAuthorities.includes(region))).toEqual([
    'me-west-1',
    'sa-west-1',
  ]);
});
