import { carriesCredentials, isHarmless, namesSecret, namesStaticAwsKey } from '../secrecy';
import type { EntryCheck } from './entries';

/** Such a key never expires, and the SDK takes it instead of the task role. */
export const staticAwsKey: EntryCheck = ({ name }) =>
  namesStaticAwsKey(name)
    ? {
        rule: 'must not be a static AWS key, which never expires and is used instead of the task role',
        instead: `no ${name}; the task has a role, and the SDK finds it without settings`,
      }
    : undefined;

/** Everyone who can read a task definition, a template or the file can read such a value. */
export const literalSecret: EntryCheck = ({ part, name, value, declaredPublic }) => {
  if (part === 'secrets') return undefined;
  const certain = carriesCredentials(value);
  if (!certain && (declaredPublic || !namesSecret(name) || isHarmless(value))) return undefined;
  const inSecretsManager = `container.secrets: { ${name}: { generate: 64 } } or { ${name}: { arn: 'arn:aws:secretsmanager:…' } }`;
  return {
    rule: 'must not be a secret, as everyone who can read the task definition or this file can read it',
    instead: certain
      ? inSecretsManager
      : `${inSecretsManager}; if it is no secret, ${name}: { notSecret: '…' } says so`,
  };
};
