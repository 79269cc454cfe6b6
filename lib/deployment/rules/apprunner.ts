import { availability, services, whereToLook } from '../../regions/services';
import { plainWord } from '../start-command';
import type { Rule } from './rule';

/** AWS adds no regions to a service that is closed to new customers. */
const inARegionThatHasIt: Rule = function* ({ targets, aws: { region } }) {
  if (!targets.apprunner || availability('appRunner', region) !== 'no') return;
  yield {
    path: 'targets.apprunner',
    rule: `must be left out in ${region}, which has no App Runner (${whereToLook('appRunner')})`,
    instead: `targets.express, which is similar, or aws.region with one of ${services.appRunner.regions.join(', ')}`,
  };
};

/** App Runner takes the command as one line and does not document how it splits it. */
const commandOfPlainWords: Rule = function* ({ targets, container: { command = [] } }) {
  if (!targets.apprunner) return;
  const unclear = command.find((word) => !plainWord.test(word));
  if (unclear === undefined) return;
  yield {
    path: 'container.command',
    rule: `must consist of plain words with targets.apprunner, which takes a command as one line without quotes; ${unclear === '' ? 'one word is empty' : `'${unclear}' is not plain`}`,
    instead: "a script in the image that runs this command, such as ['/app/start.sh']",
  };
};

export const appRunnerRules: readonly Rule[] = [inARegionThatHasIt, commandOfPlainWords];
