import { carriesCredentials, namesSecret } from '../secrecy';
import type { Rule } from './rule';

const staticKeys = new Set(['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']);

/** Switches, files and references carry no secret, whatever they are called. */
const harmless = /^(|true|false|on|off|yes|no|\/\S*|arn:\S+)$/i;

/** Whoever may read a task definition, a template or this file reads such a value. */
const noLiterals: Rule = function* ({ container }) {
  for (const [name, value] of Object.entries(container.environment)) {
    if (staticKeys.has(name) || harmless.test(value)) continue;
    if (!namesSecret(name) && !carriesCredentials(value)) continue;
    yield {
      path: `container.environment.${name}`,
      rule: 'looks like a secret, and environment can be read by anyone who can read the task definition or this file',
      instead: `container.secrets: { ${name}: { generate: 64 } } or { ${name}: { arn: 'arn:aws:secretsmanager:…' } }`,
    };
  }
};

const roleInsteadOfKeys: Rule = function* ({ container }) {
  for (const part of ['environment', 'secrets'] as const) {
    for (const name of Object.keys(container[part]).filter((key) => staticKeys.has(key))) {
      yield {
        path: `container.${part}.${name}`,
        rule: 'is a static AWS key, which never expires and hides the task role from the SDK',
        instead: `no ${name}; the task has a role and the SDK finds it by itself`,
      };
    }
  }
};

export const secretRules: readonly Rule[] = [noLiterals, roleInsteadOfKeys];
