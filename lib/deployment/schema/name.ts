import { text } from './shapes';

export const name = text(
  /^[a-z][a-z0-9-]{0,22}[a-z0-9]$/,
  '2 to 24 lower-case letters, digits and hyphens, starting with a letter',
  'production',
);
