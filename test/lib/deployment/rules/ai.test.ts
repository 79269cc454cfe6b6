import { problemsOf, smallest, testRules } from '../rule-cases';

const model = (prefix: string) => ({ model: `${prefix}.anthropic.claude-haiku-5-5` });

testRules('ai', [
  {
    rule: 'the inference profile can be called from the region',
    passes: { ai: model('eu') },
    fails: { ai: model('us') },
    at: 'ai.model',
    because: /us\. cannot be called from there/,
    instead: /^'eu\.anthropic\.claude-haiku-5-5' or 'global\.anthropic\.claude-haiku-5-5'$/,
  },
]);

test.each([
  ['us', 'us-west-2'],
  ['apac', 'ap-south-1'],
  ['jp', 'ap-northeast-1'],
  ['au', 'ap-southeast-2'],
  ['global', 'sa-east-1'],
])('%s. may be called from %s', (prefix, region) => {
  expect(problemsOf({ ...smallest, aws: { region }, ai: model(prefix) })).toEqual([]);
});
