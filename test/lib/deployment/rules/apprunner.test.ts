import { problemsOf, smallest, testRules } from '../rule-cases';

const appRunner = { targets: { apprunner: {} }, live: 'apprunner', vectors: 'embedded' } as const;

testRules('App Runner', [
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
