/**
 * A word that App Runner's start command can hold. The service takes the command as one line and does not
 * document how it splits it, so a word has no space, no quote and nothing else that a shell would read.
 * https://docs.aws.amazon.com/apprunner/latest/api/API_ImageConfiguration.html
 */
export const plainWord = /^[\w@%+=:,./-]+$/;
