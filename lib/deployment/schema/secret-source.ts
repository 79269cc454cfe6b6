import { z } from 'zod';
import type { Explanation } from './explanation';
import { arnOf, explainArn } from './places';
import { text, wholeBetween } from './shapes';

const secretArn = arnOf({ service: 'secretsmanager', resource: 'secret:[\\w/+=.@-]+-[A-Za-z0-9]{6}' });
const example = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/mail-AbCdEf';
const bothForms =
  'must be { generate } for a new random value, or { arn, key?, kmsKeyArn? } for an existing secret';

/** `valueFrom` of a task definition: the ARN, then key, version stage and version id. */
const valueFrom = new RegExp(`^(${secretArn}):([^:]*)(?::([^:]*))?(?::([^:]*))?$`);

function explainSecretArn(value: unknown): Explanation | undefined {
  if (typeof value !== 'string') return undefined;
  const [, arn, key = '', stage, id] = valueFrom.exec(value) ?? [];
  if (arn !== undefined)
    return {
      rule:
        stage || id
          ? 'must be the ARN of a secret alone; the version that is current is always read'
          : 'must be the ARN of a secret alone; a key inside the secret has a field of its own',
      instead: key === '' ? `arn: '${arn}'` : `arn: '${arn}', key: '${key}'`,
    };
  if (value.startsWith('arn:') && value.split(':')[2] === 'ssm') return parameterStore;
  const wrongPlace = explainArn(value, 'secretsmanager');
  if (wrongPlace) return wrongPlace;
  return {
    rule: 'must be the complete ARN of a Secrets Manager secret, with the 6 characters at its end',
    instead: `the ARN that this prints: aws secretsmanager describe-secret --secret-id NAME --query ARN`,
  };
}

const keyArn = arnOf({
  service: 'kms',
  resource: 'key/(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})',
});
const keyExample = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** IAM allows the use of a key by its ARN only; an alias may be pointed at another key. */
function explainKeyArn(value: unknown): Explanation | undefined {
  if (typeof value !== 'string') return undefined;
  const [, alias] = /(?:^|:)(alias\/[\w/-]+)$/.exec(value) ?? [];
  if (alias === 'alias/aws/secretsmanager')
    return {
      rule: 'must be left out for the AWS managed key, which Secrets Manager uses for every reader itself',
      instead: 'no kmsKeyArn',
    };
  if (alias !== undefined)
    return {
      rule: 'must be the ARN of a key; a role cannot be allowed to use an alias',
      instead: `the ARN that this prints: aws kms describe-key --key-id ${alias} --query KeyMetadata.Arn`,
    };
  return explainArn(value, 'kms');
}

const parameterStore: Explanation = {
  rule: `${bothForms}; values of Systems Manager Parameter Store are not supported`,
  instead: `{ arn: '${example}' }, a secret in Secrets Manager with the parameter's value`,
};

/** A text, another service's reference or other words for the two forms. */
function explainSource(value: unknown): Explanation | undefined {
  if (typeof value === 'string') {
    if (new RegExp(`^${secretArn}$`).test(value)) return { rule: bothForms, instead: `{ arn: '${value}' }` };
    return {
      rule: `${bothForms}; a value in this file could be read by everyone who can read the file`,
      instead: `{ generate: 64 } or { arn: '${example}' }`,
    };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const keys = Object.keys(value);
  if (keys.includes('generate') || keys.includes('arn')) return undefined;
  if (keys.some((key) => /ssm|parameter/i.test(key))) return parameterStore;
  return { rule: bothForms, instead: `{ generate: 64 } or { arn: '${example}' }` };
}

/** Complete ARN of a secret in Secrets Manager. */
export const existingSecretArn = text(
  new RegExp(`^${secretArn}$`),
  'the complete ARN of a Secrets Manager secret',
  example,
  explainSecretArn,
);

/** ARN of a KMS key. */
export const encryptionKeyArn = text(
  new RegExp(`^${keyArn}$`),
  'the ARN of a KMS key',
  keyExample,
  explainKeyArn,
);

export const generatedSecret = z.strictObject({
  /** Length of a random value that Secrets Manager makes once, in letters and digits. Range 32–128. */
  generate: wholeBetween(32, 128),
});

/** Where a secret of the container comes from. */
export const secretSource = z
  .union([
    generatedSecret,
    z.strictObject({
      /** Complete ARN of an existing secret. */
      arn: existingSecretArn,
      /** Key inside a secret that is a JSON object; without a colon. @default - the whole text of the secret */
      key: text(/^[^:]+$/, 'a key of the JSON object, without a colon', 'password').optional(),
      /**
       * ARN of the KMS key that encrypts the secret, when that is not the AWS managed key `aws/secretsmanager`.
       * The roles that read the secret may then decrypt with it, through Secrets Manager only. The policy of
       * the key must allow that as well: the default policy does in the account of the key; a key in another
       * account must name the account of the deployment.
       * @default - the AWS managed key
       */
      kmsKeyArn: encryptionKeyArn.optional(),
    }),
  ])
  .meta({ explain: explainSource, sample: '{ generate: 64 }' });

/** A secret that is there already. */
export type ExistingSecret = Extract<z.output<typeof secretSource>, { readonly arn: string }>;
