import { availability } from './services';

/** Regions that may call a profile of some models only. */
interface FurtherSources {
  readonly models: RegExp;
  readonly regions: readonly string[];
}

/** One row: where the inference profiles with a prefix are called from and where they send requests. */
export interface InferenceProfile {
  /** First part of the profile's id: `eu` in `eu.anthropic.claude-haiku-5-5`. */
  readonly prefix: string;
  /** Regions a request may come from. `any` is every commercial region that has Bedrock. */
  readonly sources: readonly string[] | 'any';
  /** Regions a request may come from in addition. @default - none */
  readonly furtherSources?: FurtherSources;
  /**
   * Regions that process requests of every source. A source that is not among them processes its own
   * requests as well. `''` is the foundation model without a region, which global profiles name.
   */
  readonly destinations: readonly string[];
  /** Models that have such a profile, when AWS adds no more of them. @default - newer models have it too */
  readonly models?: RegExp;
  /** Models that are known to have such a profile; others are accepted but not proposed. @default - all */
  readonly proposedFor?: RegExp;
  /** Models whose card lists no such profile. They are accepted with a warning and not proposed. @default - none */
  readonly notListedFor?: RegExp;
  readonly source: string;
}

const card = (model: string) =>
  `https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-anthropic-claude-${model}.html`;
const userGuide = 'https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html';
const globalGuide = 'https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html';

const us = ['us-east-1', 'us-east-2', 'us-west-2'];
const eu = ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3'];
const apac = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-south-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-4',
];

/** Opus 5, Sonnet 5.5 and so on. */
const fromClaude5 = /^anthropic\.claude-[a-z]+-([5-9]|\d\d)/;

/**
 * The inference profiles of Claude. Both the rule for `ai.model` and the task role's policy read this
 * table.
 *
 * Checked on 2026-11-25, without network access to AWS:
 * - against the cards of Claude Haiku 5.5, Sonnet 5.5 and Haiku 4.5 (October 2026, from the mirror that
 *   services.ts names), region by region: sources and destinations of `us`, `eu`, `au`, `jp` and `global`.
 *   ca-west-1 is a source of `us` for both 5.5 models and not for Haiku 4.5; ap-southeast-6 is a source of
 *   `au` for Haiku 4.5 and not for Haiku 5.5. The card of Sonnet 5.5 lists no `jp` and no `au` profile.
 * - `apac`: against the table of Claude Sonnet 4, the last Claude model with that prefix. Sources that
 *   process requests themselves and in `ap-southeast-3` as well get that region too.
 * - `in`: from AWS's announcement of 2026-09-29 (Mumbai and Hyderabad; Claude Opus 5, Sonnet 5 and
 *   Haiku 4.5), read in public reports.
 * - Not checked: the cards of the other models. Where cards differ, they get the larger list of sources.
 *
 * AWS keeps the destinations of a profile as they are and makes a new profile for new ones.
 */
export const inferenceProfiles: readonly InferenceProfile[] = [
  {
    prefix: 'us',
    sources: [...us, 'us-west-1', 'ca-central-1'],
    furtherSources: { models: fromClaude5, regions: ['ca-west-1'] },
    destinations: us,
    source: card('haiku-5-5'),
  },
  {
    prefix: 'eu',
    sources: [...eu, 'eu-central-2', 'eu-west-2'],
    destinations: eu,
    source: card('haiku-5-5'),
  },
  {
    prefix: 'apac',
    sources: [...apac, 'ap-east-2', 'ap-southeast-3', 'ap-southeast-5', 'ap-southeast-7', 'me-central-1'],
    destinations: [...apac, 'ap-southeast-3'],
    models: /^anthropic\.claude-(3-|sonnet-4-\d{8})/,
    source: userGuide,
  },
  {
    prefix: 'jp',
    sources: ['ap-northeast-1', 'ap-northeast-3'],
    destinations: ['ap-northeast-1', 'ap-northeast-3'],
    notListedFor: /^anthropic\.claude-sonnet-5-5/,
    source: card('haiku-5-5'),
  },
  {
    prefix: 'au',
    sources: ['ap-southeast-2', 'ap-southeast-4'],
    furtherSources: { models: /^anthropic\.claude-(?!haiku-5-5)/, regions: ['ap-southeast-6'] },
    destinations: ['ap-southeast-2', 'ap-southeast-4'],
    notListedFor: /^anthropic\.claude-sonnet-5-5/,
    source: card('haiku-4-5'),
  },
  {
    prefix: 'in',
    sources: ['ap-south-1', 'ap-south-2'],
    destinations: ['ap-south-1', 'ap-south-2'],
    proposedFor: /^anthropic\.claude-(opus-5|sonnet-5|haiku-4-5-.*)$/,
    source: card('opus-5'),
  },
  { prefix: 'global', sources: 'any', destinations: [''], source: globalGuide },
];

/** A profile's id in two parts. */
export interface ProfileId {
  readonly profile: InferenceProfile;
  /** Foundation model such as `anthropic.claude-haiku-5-5`. */
  readonly model: string;
}

/** @throws when the id starts with no known prefix; the schema of `ai.model` refuses such an id first */
export function parseProfileId(id: string): ProfileId {
  const [prefix = ''] = id.split('.', 1);
  const profile = inferenceProfiles.find((row) => row.prefix === prefix);
  if (!profile) throw new Error(`ai.model: ${id} must start with one of ${prefixes.join('., ')}.`);
  return { profile, model: id.slice(prefix.length + 1) };
}

/** Every prefix, in the order of the table. */
export const prefixes: readonly string[] = inferenceProfiles.map(({ prefix }) => prefix);

/** Whether AWS has a profile of this row for a model. */
export function hasProfile({ models }: InferenceProfile, model: string): boolean {
  return models?.test(model) ?? true;
}

/** Regions that may call the profile of a model; `any` is every region that has Bedrock. */
export function sourcesOf(
  { sources, furtherSources }: InferenceProfile,
  model: string,
): readonly string[] | 'any' {
  if (sources === 'any' || furtherSources?.models.test(model) !== true) return sources;
  return [...sources, ...furtherSources.regions];
}

/** Whether a request from a region may name the profile of a model. */
export function callableFrom(profile: InferenceProfile, model: string, region: string): boolean {
  const sources = sourcesOf(profile, model);
  return sources === 'any' ? availability('bedrock', region) !== 'no' : sources.includes(region);
}

/** Whether the card of a model is known and lists no profile of this row. */
export function isMissingOnCard({ notListedFor }: InferenceProfile, model: string): boolean {
  return notListedFor?.test(model) ?? false;
}

/** The page that describes a model of Claude and lists its profiles. */
export function cardOf(model: string): string {
  return card(model.replace(/^anthropic\.claude-/, '').replace(/-\d{8}.*$/, ''));
}

/** Ids of the profiles of a model that may be called from a region, the nearest geography first. */
export function profilesFor(model: string, region: string): string[] {
  return inferenceProfiles
    .filter((profile) => callableFrom(profile, model, region) && hasProfile(profile, model))
    .filter((profile) => !isMissingOnCard(profile, model))
    .filter(({ proposedFor }) => proposedFor?.test(model) ?? true)
    .map(({ prefix }) => `${prefix}.${model}`);
}

/**
 * Regions in whose names Bedrock calls the foundation model for a caller in `source`. The task role must
 * allow all of them. https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html
 */
export function inferenceRegions({ destinations }: InferenceProfile, source: string): readonly string[] {
  return [...new Set([source, ...destinations])];
}
