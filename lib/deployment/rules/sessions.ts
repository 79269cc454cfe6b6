import type { Rule } from './rule';
import { mostTasks } from '../tasks';

/** A customer's second request reaches another task, which has never heard of the session. */
const sharedBetweenTasks: Rule = function* (deployment) {
  const { sessions } = deployment.container;
  const tasks = mostTasks(deployment.targets);
  if (tasks <= 1) return;
  if (sessions === 'memory') {
    yield {
      path: 'container.sessions',
      rule: `cannot be memory with up to ${tasks} tasks: each would know only its own customers`,
      instead: "'cache', 'database' or 'cookie', or one target with one task at most",
    };
  }
  if (sessions === 'cache' && deployment.cache === 'none') {
    yield {
      path: 'container.sessions',
      rule: `are kept in the cache, and there is no cache for up to ${tasks} tasks to share`,
      instead: "cache: {}, or sessions: 'database' or 'cookie' if the image can",
    };
  }
};

export const sessionRules: readonly Rule[] = [sharedBetweenTasks];
