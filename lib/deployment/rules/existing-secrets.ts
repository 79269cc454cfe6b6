import type { ParsedFields } from '../schema';
import type { ExistingSecret } from '../schema/secret-source';
import { readableEntries } from './readable';
import type { Rule } from './rule';

interface Place {
  readonly region: string;
  readonly account: string;
}

function placeOf(arn: string): Place {
  const [, , , region = '', account = ''] = arn.split(':');
  return { region, account };
}

/** The secrets that are there already, with the path of each. */
function existingSecrets({
  container: { secrets },
}: ParsedFields): { path: string; source: ExistingSecret }[] {
  return readableEntries(secrets).flatMap(([name, source]) =>
    'arn' in source ? [{ path: `container.secrets.${name}`, source }] : [],
  );
}

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html */
const otherAccountHasItsOwnKey: Rule = function* (deployment) {
  const { account } = deployment.aws;
  for (const { path, source } of existingSecrets(deployment)) {
    const place = placeOf(source.arn);
    if (account === undefined || place.account === account || source.kmsKeyArn !== undefined) continue;
    yield {
      path: `${path}.kmsKeyArn`,
      rule: `must be stated, as the secret is in the account ${place.account}: the AWS managed key cannot be used from another account`,
      instead: `the ARN of the KMS key that encrypts it; the policies of secret and key must allow the account ${account}`,
    };
  }
};

/** Secrets Manager encrypts with keys of its own region only. */
const keyInRegionOfSecret: Rule = function* (deployment) {
  for (const { path, source } of existingSecrets(deployment)) {
    if (source.kmsKeyArn === undefined) continue;
    const { region } = placeOf(source.arn);
    if (placeOf(source.kmsKeyArn).region === region) continue;
    yield {
      path: `${path}.kmsKeyArn`,
      rule: `must be in ${region}, the region of the secret; Secrets Manager uses keys of that region only`,
      instead:
        'the ARN that this prints: aws secretsmanager describe-secret --secret-id NAME --query KmsKeyId; of a multi-Region key the ARN in that region',
    };
  }
};

/** The interface endpoints lead to the services of one region. */
const reachedWithoutInternet: Rule = function* (deployment) {
  const { aws, network } = deployment;
  if (network.egress !== 'endpoints' || network.existingVpc) return;
  for (const { path, source } of existingSecrets(deployment)) {
    const { region } = placeOf(source.arn);
    if (region === aws.region) continue;
    yield {
      path: `${path}.arn`,
      rule: `must be in the deployment's region, ${aws.region}, when network.egress is 'endpoints': there is no way to ${region}`,
      instead: `a replica of the secret in ${aws.region}, or another network.egress`,
    };
  }
};

export const existingSecretRules: readonly Rule[] = [
  otherAccountHasItsOwnKey,
  keyInRegionOfSecret,
  reachedWithoutInternet,
];
