import { answerCost } from '../../../../app-image/server/assistant/model-prices';

const million = { inputTokens: 1_000_000, outputTokens: 0 };

test.each([
  ['global.anthropic.claude-haiku-5-5', 0.0001 * 0.1 + 0.0001 * 0.5],
  ['us.anthropic.claude-haiku-5-5', 0.0001 * 0.11 + 0.0001 * 0.55],
  ['eu.anthropic.claude-haiku-5-5', 0.0001 * 0.11 + 0.0001 * 0.55],
  ['apac.anthropic.claude-haiku-5-5', 0.0001 * 0.11 + 0.0001 * 0.55],
])('a hundred tokens each way cost in %s what the price list says', (model, usd) => {
  expect(answerCost(model)?.({ inputTokens: 100, outputTokens: 100 })).toBeCloseTo(usd, 12);
});

test('a prompt of more than 100,000 tokens costs five times as much, in and out', () => {
  const cost = answerCost('global.anthropic.claude-haiku-5-5');
  expect(cost?.({ inputTokens: 100_000, outputTokens: 1000 })).toBeCloseTo(0.0105, 12);
  expect(cost?.({ inputTokens: 100_001, outputTokens: 1000 })).toBeCloseTo(0.0525005, 12);
  expect(cost?.(million)).toBeCloseTo(0.5, 12);
});

test.each([
  'global.anthropic.claude-sonnet-5-5',
  'anthropic.claude-haiku-5-5',
  'mars.anthropic.claude-haiku-5-5',
  'global.anthropic.claude-haiku-5-5-v2:0',
  'global.constructor',
  'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abc',
  '',
])('%p has no price here, and none is guessed', (model) => {
  expect(answerCost(model)).toBeUndefined();
});
