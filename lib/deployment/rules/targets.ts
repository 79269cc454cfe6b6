import { targetNames } from '../schema/targets';
import type { Rule } from './rule';
import { taskRanges } from '../tasks';

const atLeastOne: Rule = function* ({ targets }) {
  if (targetNames.some((target) => targets[target])) return;
  yield {
    path: 'targets',
    rule: `has no target, so nothing would run; there are ${targetNames.join(', ')}`,
    instead: 'targets: { fargate: {} }',
  };
};

const liveIsThere: Rule = function* ({ targets, live }) {
  const stated = targetNames.filter((target) => targets[target]);
  if (stated.length === 0 || stated.includes(live)) return;
  yield {
    path: 'live',
    rule: `names the target that takes the traffic, and targets has only ${stated.join(' and ')}`,
    instead: `live: ${stated.map((target) => `'${target}'`).join(' or ')}, or add ${live}: {} to targets`,
  };
};

const fewestBelowMost: Rule = function* ({ targets }) {
  for (const { path, min, max } of taskRanges(targets)) {
    if (min <= max) continue;
    yield {
      path: `${path}.max`,
      rule: `is at least min, which is ${min}`,
      instead: `max: ${min} or more, or min: ${max} or less`,
    };
  }
};

export const targetRules: readonly Rule[] = [atLeastOne, liveIsThere, fewestBelowMost];
