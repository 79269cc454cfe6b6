import {
  callableFrom,
  hasProfile,
  inferenceProfiles,
  inferenceRegions,
  parseProfileId,
  prefixes,
  profilesFor,
} from '../../../lib/regions/inference-profiles';
import { openRegions, supportedRegions } from '../../../lib/regions/regions';

const haiku45 = 'anthropic.claude-haiku-4-5-20251001-v1:0';
const profileOf = (prefix: string) => parseProfileId(`${prefix}.${haiku45}`).profile;

test('D5: every region in the table is a region, and each row has its source', () => {
  for (const { sources, furtherSources, destinations, source } of inferenceProfiles) {
    const named = [
      ...(sources === 'any' ? [] : sources),
      ...(furtherSources?.regions ?? []),
      ...destinations,
    ].filter(Boolean);
    expect(named.filter((name) => !supportedRegions.includes(name))).toEqual([]);
    expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/bedrock\//);
  }
});

// The rows of the user guide for Claude Haiku 4.5.
test.each([
  ['us', 'us-east-1', ['us-east-1', 'us-east-2', 'us-west-2']],
  ['us', 'us-west-1', ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2']],
  ['us', 'ca-central-1', ['ca-central-1', 'us-east-1', 'us-east-2', 'us-west-2']],
  ['eu', 'eu-west-1', ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3']],
  [
    'eu',
    'eu-west-2',
    ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-2', 'eu-west-3'],
  ],
  [
    'eu',
    'eu-central-2',
    ['eu-central-1', 'eu-central-2', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3'],
  ],
  ['au', 'ap-southeast-4', ['ap-southeast-2', 'ap-southeast-4']],
  ['jp', 'ap-northeast-3', ['ap-northeast-1', 'ap-northeast-3']],
  ['global', 'sa-east-1', ['', 'sa-east-1']],
])('a request through %s. from %s is processed in %j', (prefix, source, destinations) => {
  expect([...inferenceRegions(profileOf(prefix), source)].sort()).toEqual(destinations);
  expect(callableFrom(profileOf(prefix), haiku45, source)).toBe(true);
});

test.each([
  ['us', 'ca-west-1'],
  ['us', 'eu-west-1'],
  ['eu', 'il-central-1'],
  ['au', 'ap-southeast-1'],
  ['jp', 'ap-northeast-2'],
  ['apac', 'eu-west-1'],
])('a profile of %s. cannot be called from %s', (prefix, source) => {
  expect(callableFrom(profileOf(prefix), haiku45, source)).toBe(false);
});

test('AWS has apac. profiles for older models only', () => {
  const apac = profileOf('apac');
  expect(hasProfile(apac, 'anthropic.claude-sonnet-4-20250514-v1:0')).toBe(true);
  expect(hasProfile(apac, 'anthropic.claude-3-haiku-20240307-v1:0')).toBe(true);
  expect(hasProfile(apac, 'anthropic.claude-sonnet-4-5-20250929-v1:0')).toBe(false);
  expect(hasProfile(apac, 'anthropic.claude-haiku-5-5')).toBe(false);
});

// The regions of the card of Claude Haiku 5.5 that have no column Geo.
test('every open region with Bedrock can call the global profile, and Hong Kong has no Bedrock', () => {
  const model = 'anthropic.claude-haiku-5-5';
  const without = openRegions.filter(
    (region) => !profilesFor(model, region).includes('global.anthropic.claude-haiku-5-5'),
  );
  expect(without).toEqual(['ap-east-1']);
});

// The tables "Geo inference details" of the cards.
test.each([
  ['us', 'anthropic.claude-haiku-5-5', 'ca-west-1', true],
  ['us', 'anthropic.claude-sonnet-5-5', 'ca-west-1', true],
  ['us', haiku45, 'ca-west-1', false],
  ['au', haiku45, 'ap-southeast-6', true],
  ['au', 'anthropic.claude-haiku-5-5', 'ap-southeast-6', false],
])('%s. of %s may be called from %s: %s', (prefix, model, region, expected) => {
  const { profile } = parseProfileId(`${prefix}.${model}`);
  expect(callableFrom(profile, model, region)).toBe(expected);
  expect(profilesFor(model, region).includes(`${prefix}.${model}`)).toBe(expected);
});

test('a source that the card adds processes its own requests', () => {
  expect(inferenceRegions(profileOf('us'), 'ca-west-1')).toContain('ca-west-1');
});

test('a profile that the card of a model does not list is not proposed', () => {
  expect(profilesFor('anthropic.claude-sonnet-5-5', 'ap-northeast-1')).toEqual([
    'global.anthropic.claude-sonnet-5-5',
  ]);
  expect(profilesFor('anthropic.claude-haiku-5-5', 'ap-northeast-1')).toEqual([
    'jp.anthropic.claude-haiku-5-5',
    'global.anthropic.claude-haiku-5-5',
  ]);
});

test('an id without a known prefix is refused with the prefixes there are', () => {
  expect(prefixes).toEqual(['us', 'eu', 'apac', 'jp', 'au', 'in', 'global']);
  expect(() => parseProfileId('anthropic.claude-haiku-5-5')).toThrow(
    'ai.model: anthropic.claude-haiku-5-5 must start with one of us., eu., apac., jp., au., in., global.',
  );
});
