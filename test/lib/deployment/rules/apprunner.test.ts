import { servicesRead } from '../../../../lib/regions/services';
import { problemsOf, smallest, testRules } from '../rule-cases';

const appRunner = { targets: { apprunner: {} }, live: 'apprunner', vectors: 'embedded' } as const;

testRules('App Runner', [
  {
    rule: 'its region has it',
    passes: { ...appRunner, aws: { region: 'eu-west-3' } },
    fails: { ...appRunner, aws: { region: 'eu-north-1' } },
    at: 'targets.apprunner',
    because: `must be left out in eu-north-1, which has no App Runner (https://docs.aws.amazon.com/general/latest/gr/apprunner.html, read on ${servicesRead})`,
    instead:
      'targets.express, which is similar, or aws.region with one of ap-northeast-1, ap-south-1, ap-southeast-1, ap-southeast-2, eu-central-1, eu-west-1, eu-west-2, eu-west-3, us-east-1, us-east-2, us-west-2',
  },
  {
    rule: 'the command consists of words that need no quotes',
    passes: { ...appRunner, container: { command: ['bundle', 'exec', 'puma', '-C', '/app/puma.rb'] } },
    fails: { ...appRunner, container: { command: ['sh', '-c', 'bundle exec puma'] } },
    at: 'container.command',
    because:
      "must consist of plain words with targets.apprunner, which takes a command as one line without quotes; 'bundle exec puma' is not plain",
    instead: "a script in the image that runs this command, such as ['/app/start.sh']",
  },
  {
    rule: 'a word is not empty',
    passes: { ...appRunner },
    fails: { ...appRunner, container: { command: ['run', ''] } },
    at: 'container.command',
    because:
      'must consist of plain words with targets.apprunner, which takes a command as one line without quotes; one word is empty',
    instead: "a script in the image that runs this command, such as ['/app/start.sh']",
  },
]);

test('other targets take every word', () => {
  expect(problemsOf({ ...smallest, container: { command: ['sh', '-c', 'bundle exec puma'] } })).toEqual([]);
});
