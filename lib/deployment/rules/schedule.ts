import type { Rule } from './rule';

const hoursBetween: Rule = function* ({ schedule }) {
  if (!schedule || schedule.start !== schedule.stop) return;
  yield {
    path: 'schedule.stop',
    rule: `is another hour than start, ${schedule.start}; it would start and stop at once`,
    instead: 'the hour it stops, or no schedule to run always',
  };
};

export const scheduleRules: readonly Rule[] = [hoursBetween];
