import { testRules } from '../rule-cases';

const oneTask = { fargate: { tasks: { min: 1, max: 1 } } };

testRules('sessions', [
  {
    rule: 'sessions in memory are for one task only',
    passes: { container: { sessions: 'memory' }, targets: oneTask },
    fails: { container: { sessions: 'memory' } },
    at: 'container.sessions',
    because: /up to 10 tasks/,
    instead: /cookie/,
  },
  {
    rule: 'two targets side by side are more than one task',
    passes: { container: { sessions: 'database' }, targets: { ...oneTask, ec2: { tasks: { max: 1 } } } },
    fails: { container: { sessions: 'memory' }, targets: { ...oneTask, ec2: { tasks: { max: 1 } } } },
    at: 'container.sessions',
    because: /up to 2 tasks/,
    instead: /one target with one task/,
  },
  {
    rule: 'sessions in the cache need a cache',
    passes: { cache: 'none', container: { sessions: 'database' } },
    fails: { cache: 'none' },
    at: 'container.sessions',
    because: /no cache for up to 10 tasks/,
    instead: /cache: \{\}/,
  },
]);
