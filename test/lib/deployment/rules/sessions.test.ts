import { testRules } from '../rule-cases';

const oneTask = { fargate: { tasks: { min: 1, max: 1 } } };

testRules('sessions', [
  {
    rule: 'sessions in memory are for one task only',
    passes: { container: { sessions: 'memory' }, targets: oneTask },
    fails: { container: { sessions: 'memory' } },
    at: 'container.sessions',
    because:
      "must be 'cache', 'database' or 'cookie' with up to 10 tasks: a session in memory is lost at the next task",
    instead: "'cache', 'database' or 'cookie', or one target with at most one task",
  },
  {
    rule: 'two targets side by side are more than one task',
    passes: { container: { sessions: 'database' }, targets: { ...oneTask, ec2: { tasks: { max: 1 } } } },
    fails: { container: { sessions: 'memory' }, targets: { ...oneTask, ec2: { tasks: { max: 1 } } } },
    at: 'container.sessions',
    because:
      "must be 'cache', 'database' or 'cookie' with up to 2 tasks: a session in memory is lost at the next task",
    instead: "'cache', 'database' or 'cookie', or one target with at most one task",
  },
  {
    rule: 'sessions in the cache need a cache',
    passes: { cache: 'none', container: { sessions: 'database' } },
    fails: { cache: 'none' },
    at: 'container.sessions',
    because: "must be 'database' or 'cookie' when cache is 'none' and up to 10 tasks share sessions",
    instead: "cache: {}, or sessions: 'database' or 'cookie' if the image can",
  },
  {
    rule: 'without a cache several tasks cannot share sessions in it',
    passes: { cache: 'none', container: { sessions: 'cookie' } },
    fails: {
      cache: 'none',
      container: { sessions: 'cache' },
      targets: { fargate: { tasks: { min: 1, max: 2 } } },
    },
    at: 'container.sessions',
    because: "must be 'database' or 'cookie' when cache is 'none' and up to 2 tasks share sessions",
    instead: "cache: {}, or sessions: 'database' or 'cookie' if the image can",
  },
]);
