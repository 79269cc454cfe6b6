import {
  callableFrom,
  hasProfile,
  parseProfileId,
  profilesFor,
  sourcesOf,
} from '../../regions/inference-profiles';
import { availability, services, whereToLook } from '../../regions/services';
import { getsVariable } from '../passed-variables';
import type { Rule } from './rule';

const regionWithBedrock = "aws.region with one that has it, such as 'ap-northeast-1'";

/** An image that does not read the model's id calls no model. */
const bedrockInTheRegion: Rule = function* (deployment) {
  const { region } = deployment.aws;
  if (availability('bedrock', region) !== 'no' || !getsVariable(deployment, 'AI_MODEL_ID')) return;
  yield {
    path: 'ai.model',
    rule: `must be a model that ${region} can call, and this region has no ${services.bedrock.name} (${whereToLook('bedrock')}), so chat and search by meaning would never work`,
    instead:
      deployment.image === 'bundled'
        ? regionWithBedrock
        : `${regionWithBedrock}, or container.variables without AI_MODEL_ID for an image that calls no model`,
  };
};

const profileOfTheRegion: Rule = function* ({ ai: { model: id }, aws: { region } }) {
  if (availability('bedrock', region) === 'no') return;
  const { profile, model } = parseProfileId(id);
  const exists = hasProfile(profile, model);
  if (exists && callableFrom(profile, model, region)) return;
  yield {
    path: 'ai.model',
    rule: exists
      ? `must be an inference profile that ${region} can call; ${profile.prefix}. can be called from ${inWords(sourcesOf(profile, model))} only`
      : `must be an inference profile that exists; AWS has no ${profile.prefix}. profile of ${model}`,
    instead: profilesFor(model, region)
      .map((candidate) => `'${candidate}'`)
      .join(' or '),
  };
};

function inWords(sources: readonly string[] | 'any'): string {
  return sources === 'any' ? 'any region' : sources.join(', ');
}

export const aiRules: readonly Rule[] = [bedrockInTheRegion, profileOfTheRegion];
