import type { Rule } from './rule';
import { mostTasks } from '../tasks';

/** The second request of a session may reach another task, which has to find the session as well. */
const sharedBetweenTasks: Rule = function* (deployment) {
  const { sessions } = deployment.container;
  const tasks = mostTasks(deployment.targets);
  if (tasks <= 1) return;
  if (sessions === 'memory') {
    yield {
      path: 'container.sessions',
      rule: `must be 'cache', 'database' or 'cookie' with up to ${tasks} tasks: a session in memory is lost at the next task`,
      instead: "'cache', 'database' or 'cookie', or one target with at most one task",
    };
  }
  if (sessions === 'cache' && deployment.cache === 'none') {
    yield {
      path: 'container.sessions',
      rule: `must be 'database' or 'cookie' when cache is 'none' and up to ${tasks} tasks share sessions`,
      instead: "cache: {}, or sessions: 'database' or 'cookie' if the image can",
    };
  }
};

export const sessionRules: readonly Rule[] = [sharedBetweenTasks];
