import { testRules } from '../rule-cases';

testRules('targets', [
  {
    rule: 'at least one target runs the image',
    passes: { targets: { ec2: {} }, live: 'ec2' },
    fails: { targets: {} },
    at: 'targets',
    because: 'must have at least one of fargate, express, apprunner, ec2',
    instead: 'targets: { fargate: {} }',
  },
  {
    rule: 'the live target is one that is there',
    passes: {
      targets: { fargate: { tasks: { max: 3 } }, ec2: {} },
      live: 'ec2',
    },
    fails: { live: 'ec2' },
    at: 'live',
    because: 'must be one of the stated targets, as it receives the traffic; targets has fargate',
    instead: "live: 'fargate', or add ec2: {} to targets",
  },
  {
    rule: 'the fewest tasks are not more than the most',
    passes: { targets: { fargate: { tasks: { min: 3, max: 3 } } } },
    fails: { targets: { fargate: { tasks: { min: 4, max: 3 } } } },
    at: 'targets.fargate.tasks.max',
    because: 'must be at least min, which is 4',
    instead: 'max: 4 or more, or min: 3 or less',
  },
  {
    rule: 'the fewest App Runner instances are not more than the most',
    passes: { targets: { apprunner: {} }, live: 'apprunner', vectors: 'embedded' },
    fails: { targets: { apprunner: { instances: { min: 2 } } }, live: 'apprunner', vectors: 'embedded' },
    at: 'targets.apprunner.instances.max',
    because: 'must be at least min, which is 2',
    instead: 'max: 2 or more, or min: 1 or less',
  },
]);
