import { nothingHappened, sustained, writesMetrics, type AlarmDefinition } from '../definition';

/** The application's own numbers about Claude. */
export const modelAlarms = {
  'chat-throttled': {
    severity: 'ticket',
    meaning: 'Bedrock has refused more than 10 answers in each of three periods of five minutes.',
    firstLook: 'Compare the tokens a minute with the quota of the model.',
    threshold: {
      is: 'above',
      value: 10,
      unit: 'count',
      reason: 'The shop tries again; ten refusals are customers who got no answer.',
    },
    ...sustained,
    missing: nothingHappened,
    exists: writesMetrics,
  },
  'chat-errors': {
    severity: 'ticket',
    meaning: 'More than 10 chat answers have failed in each of three periods of five minutes.',
    firstLook: 'Read the error of the chat in the log of the application.',
    threshold: {
      is: 'above',
      value: 10,
      unit: 'count',
      reason: 'A few failures are usual; the shop itself goes on without its chat.',
    },
    ...sustained,
    missing: nothingHappened,
    exists: writesMetrics,
  },
  'token-budget-50': tokenBudget(50, 'notice', 'Half of the tokens of this month are used.'),
  'token-budget-80': tokenBudget(80, 'ticket', 'Four fifths of the tokens of this month are used.'),
  'token-budget-100': tokenBudget(
    100,
    'page',
    'The tokens of this month are used, so the chat answers 503 until the next month.',
  ),
} as const satisfies Record<string, AlarmDefinition>;

function tokenBudget(
  percent: number,
  severity: AlarmDefinition['severity'],
  meaning: string,
): AlarmDefinition {
  return {
    severity,
    meaning,
    firstLook: 'See which hours and which customers use the tokens.',
    threshold: {
      is: 'at least',
      value: percent,
      unit: 'percent',
      reason: 'Share of ai.monthlyTokenBudget.',
    },
    periodMinutes: 60,
    breaching: 1,
    of: 1,
    missing: { as: 'ignore', reason: 'Without chats the share does not change.' },
    exists: (deployment) => writesMetrics(deployment) && deployment.ai.monthlyTokenBudget > 0,
  };
}
