import { plainWord } from '../../lib/deployment/start-command';

/**
 * App Runner takes the command as one line and does not document how it splits it, so only words that need
 * no quotes are passed on. A rule of the deployment file refuses the others first.
 * @throws when a word has a space, a quote or another character that a shell would read
 */
export function startCommand(command: readonly string[]): string {
  const unclear = command.find((word) => !plainWord.test(word));
  if (unclear !== undefined) {
    throw new Error(
      `container.command: ${JSON.stringify(unclear)} cannot be given to App Runner, which takes a command as one ` +
        'line of plain words; put the command into a script in the image and name the script',
    );
  }
  return command.join(' ');
}
