import { callableFrom, hasProfile, parseProfileId, profilesFor } from '../../regions/inference-profiles';
import type { Rule } from './rule';

const profileOfTheRegion: Rule = function* ({ ai: { model: id }, aws: { region } }) {
  const { profile, model } = parseProfileId(id);
  const exists = hasProfile(profile, model);
  if (exists && callableFrom(profile, region)) return;
  yield {
    path: 'ai.model',
    rule: exists
      ? `must be an inference profile that ${region} can call; ${profile.prefix}. can be called from ${inWords(profile.sources)} only`
      : `must be an inference profile that exists; AWS has no ${profile.prefix}. profile of ${model}`,
    instead: profilesFor(model, region)
      .map((candidate) => `'${candidate}'`)
      .join(' or '),
  };
};

function inWords(sources: readonly string[] | 'any'): string {
  return sources === 'any' ? 'any region' : sources.join(', ');
}

export const aiRules: readonly Rule[] = [profileOfTheRegion];
