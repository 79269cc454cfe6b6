import type { Rule } from './rule';

/** Where each prefix may be called from: https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html */
const regions: Readonly<Record<string, RegExp>> = {
  us: /^us-/,
  eu: /^eu-/,
  apac: /^ap-/,
  jp: /^ap-northeast-[13]$/,
  au: /^ap-southeast-[24]$/,
  global: /./,
};

const profileOfTheRegion: Rule = function* ({ ai: { model }, aws: { region } }) {
  const [prefix = '', ...id] = model.split('.');
  if (regions[prefix]?.test(region)) return;
  const fitting = Object.keys(regions).filter((candidate) => regions[candidate]?.test(region));
  yield {
    path: 'ai.model',
    rule: `is an inference profile that ${region} has; ${prefix}. cannot be called from there`,
    instead: fitting.map((candidate) => `'${[candidate, ...id].join('.')}'`).join(' or '),
  };
};

export const aiRules: readonly Rule[] = [profileOfTheRegion];
