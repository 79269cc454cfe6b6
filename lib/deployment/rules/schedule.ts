import type { Rule } from './rule';

const hoursBetween: Rule = function* ({ schedule }) {
  if (!schedule || schedule.start !== schedule.stop) return;
  yield {
    path: 'schedule.stop',
    rule: `must differ from schedule.start, which is ${schedule.start}: the deployment would start and stop at the same time`,
    instead: 'the hour it stops, or no schedule to run at all hours',
  };
};

export const scheduleRules: readonly Rule[] = [hoursBetween];
