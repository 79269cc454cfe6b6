import { Template } from 'aws-cdk-lib/assertions';
import type { DeploymentInput } from '../../../lib/deployment';
import { ec2Shop } from '../../setup/ec2';
import { fargateShop } from '../../setup/fargate';
import { appRunnerShop, expressShop } from '../../setup/mvp';
import { statementsOf } from '../../setup/templates';

const secretIn = (region: string) => `arn:aws:secretsmanager:${region}:123456789012:secret:shop/mail-AbCdEf`;
const keyIn = (region: string) =>
  `arn:aws:kms:${region}:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

const withSecret = (region: string, kmsKeyArn?: string) =>
  ({
    container: { secrets: { MAIL: { arn: secretIn(region), kmsKeyArn } } },
  }) satisfies Partial<DeploymentInput>;

const services = {
  fargate: (overrides: Partial<DeploymentInput>) => fargateShop(overrides).fargate,
  ec2: (overrides: Partial<DeploymentInput>) => ec2Shop(overrides).ec2,
  express: (overrides: Partial<DeploymentInput>) => expressShop(overrides).service,
  apprunner: (overrides: Partial<DeploymentInput>) => appRunnerShop(overrides).service,
};

/** What the roles of a service may decrypt with, and through which services. */
function decryption(target: keyof typeof services, overrides: Partial<DeploymentInput>) {
  return statementsOf(Template.fromStack(services[target](overrides)))
    .filter(({ Action }) => [Action].flat().includes('kms:Decrypt'))
    .map((statement) => ({ Condition: undefined, ...statement }));
}

describe.each(['fargate', 'ec2', 'express', 'apprunner'] as const)('on %s', (target) => {
  // On App Runner the instance reads the secrets, and so do the jobs beside it.
  const readers = target === 'apprunner' ? 2 : 1;

  test('a secret with a key of its own can be decrypted, through Secrets Manager only', () => {
    const own = decryption(target, withSecret('eu-west-1', keyIn('eu-west-1'))).filter(({ Resource }) =>
      JSON.stringify(Resource).includes(keyIn('eu-west-1')),
    );
    expect(own).toHaveLength(readers);
    for (const { Condition } of own)
      expect(Condition).toEqual({
        StringEquals: { 'kms:ViaService': 'secretsmanager.eu-west-1.amazonaws.com' },
      });
  });

  test('a secret with the key of AWS changes no right to decrypt', () => {
    expect(decryption(target, withSecret('eu-west-1'))).toEqual(decryption(target, {}));
  });
});

test('Secrets Manager of the region of the secret decrypts it', () => {
  const own = decryption('fargate', withSecret('eu-central-1', keyIn('eu-central-1'))).filter(
    ({ Resource }) => Resource === keyIn('eu-central-1'),
  );
  expect(own).toEqual([
    expect.objectContaining({
      Condition: { StringEquals: { 'kms:ViaService': 'secretsmanager.eu-central-1.amazonaws.com' } },
    }),
  ]);
});
