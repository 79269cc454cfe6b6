import { servicesRead } from '../../../../lib/regions/services';
import { problemsOf, smallest, testRules } from '../rule-cases';

const model = (prefix: string) => ({ model: `${prefix}.anthropic.claude-haiku-5-5` });

const otherImage = {
  image: { repository: 'team/shop', digest: `sha256:${'0'.repeat(64)}` },
  vectors: 'embedded' as const,
};

testRules('ai', [
  {
    rule: 'the inference profile can be called from the region',
    passes: { ai: model('eu') },
    fails: { ai: model('us') },
    at: 'ai.model',
    because:
      'must be an inference profile that eu-west-1 can call; us. can be called from us-east-1, us-east-2, us-west-2, us-west-1, ca-central-1, ca-west-1 only',
    instead: "'eu.anthropic.claude-haiku-5-5' or 'global.anthropic.claude-haiku-5-5'",
  },
  {
    rule: 'Calgary calls the profiles of the United States since Claude 5',
    passes: { ai: model('us'), aws: { region: 'ca-west-1' } },
    fails: {
      ai: { model: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' },
      aws: { region: 'ca-west-1' },
    },
    at: 'ai.model',
    because:
      'must be an inference profile that ca-west-1 can call; us. can be called from us-east-1, us-east-2, us-west-2, us-west-1, ca-central-1 only',
    instead: "'global.anthropic.claude-haiku-4-5-20251001-v1:0'",
  },
  {
    rule: 'the region has Bedrock',
    passes: { aws: { region: 'ap-east-2' } },
    fails: { aws: { region: 'ap-east-1' } },
    at: 'ai.model',
    because: `must be a model that ap-east-1 can call, and this region has no Amazon Bedrock (https://docs.aws.amazon.com/general/latest/gr/bedrock.html, read on ${servicesRead}), so chat and search by meaning would never work`,
    instead: "aws.region with one that has it, such as 'ap-northeast-1'",
  },
  {
    rule: 'an image that calls no model may run in a region without Bedrock',
    passes: {
      ...otherImage,
      container: { variables: { URL: 'DATABASE_URL' } },
      aws: { region: 'ap-east-1' },
    },
    fails: { ...otherImage, aws: { region: 'ap-east-1' } },
    at: 'ai.model',
    because: `must be a model that ap-east-1 can call, and this region has no Amazon Bedrock (https://docs.aws.amazon.com/general/latest/gr/bedrock.html, read on ${servicesRead}), so chat and search by meaning would never work`,
    instead:
      "aws.region with one that has it, such as 'ap-northeast-1', or container.variables without AI_MODEL_ID for an image that calls no model",
  },
  {
    rule: 'a profile that AWS does not have is refused, and the one of the country is proposed',
    passes: {
      ai: { model: 'apac.anthropic.claude-sonnet-4-20250514-v1:0' },
      aws: { region: 'ap-northeast-1' },
    },
    fails: { ai: { model: 'apac.anthropic.claude-haiku-5-5' }, aws: { region: 'ap-northeast-1' } },
    at: 'ai.model',
    because:
      'must be an inference profile that exists; AWS has no apac. profile of anthropic.claude-haiku-5-5',
    instead: "'jp.anthropic.claude-haiku-5-5' or 'global.anthropic.claude-haiku-5-5'",
  },
  {
    rule: 'India has profiles for the models that AWS announced, and others are not proposed',
    passes: { ai: { model: 'in.anthropic.claude-opus-5' }, aws: { region: 'ap-south-2' } },
    fails: { ai: { model: 'eu.anthropic.claude-haiku-5-5' }, aws: { region: 'ap-south-1' } },
    at: 'ai.model',
    because:
      'must be an inference profile that ap-south-1 can call; eu. can be called from eu-central-1, eu-north-1, eu-south-1, eu-south-2, eu-west-1, eu-west-3, eu-central-2, eu-west-2 only',
    instead: "'global.anthropic.claude-haiku-5-5'",
  },
  {
    rule: 'a model of India is proposed there',
    passes: { ai: { model: 'global.anthropic.claude-opus-5' }, aws: { region: 'ap-south-1' } },
    fails: { ai: { model: 'au.anthropic.claude-opus-5' }, aws: { region: 'ap-south-1' } },
    at: 'ai.model',
    because:
      'must be an inference profile that ap-south-1 can call; au. can be called from ap-southeast-2, ap-southeast-4, ap-southeast-6 only',
    instead: "'in.anthropic.claude-opus-5' or 'global.anthropic.claude-opus-5'",
  },
]);

test.each([
  ['us', 'us-west-2'],
  ['in', 'ap-south-1'],
  ['jp', 'ap-northeast-1'],
  ['au', 'ap-southeast-2'],
  ['global', 'sa-east-1'],
])('%s. may be called from %s', (prefix, region) => {
  expect(problemsOf({ ...smallest, aws: { region }, ai: model(prefix) })).toEqual([]);
});
