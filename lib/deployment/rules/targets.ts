import { targetNames } from '../schema/targets';
import type { Rule } from './rule';
import { taskRanges } from '../tasks';

const atLeastOne: Rule = function* ({ targets }) {
  if (targetNames.some((target) => targets[target])) return;
  yield {
    path: 'targets',
    rule: `must have at least one of ${targetNames.join(', ')}`,
    instead: 'targets: { fargate: {} }',
  };
};

const liveIsThere: Rule = function* ({ targets, live }) {
  const stated = targetNames.filter((target) => targets[target]);
  if (stated.length === 0 || stated.includes(live)) return;
  yield {
    path: 'live',
    rule: `must be one of the stated targets, as it receives the traffic; targets has ${stated.join(' and ')}`,
    instead: `live: ${stated.map((target) => `'${target}'`).join(' or ')}, or add ${live}: {} to targets`,
  };
};

const fewestBelowMost: Rule = function* ({ targets }) {
  for (const { path, min, max } of taskRanges(targets)) {
    if (min <= max) continue;
    yield {
      path: `${path}.max`,
      rule: `must be at least min, which is ${min}`,
      instead: `max: ${min} or more, or min: ${max} or less`,
    };
  }
};

export const targetRules: readonly Rule[] = [atLeastOne, liveIsThere, fewestBelowMost];
