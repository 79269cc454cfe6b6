import { AwsSolutionsChecks } from 'cdk-nag';
import type { DeploymentInput } from '../../../lib/deployment/schema';
import { testData, type TestData } from './test-data';

const at = (path: string) => path.replace(/^data\//, '');

/** Rules that are set aside, with the construct they are set aside at, and their reasons. */
function acknowledged({ stack }: TestData): { readonly rules: string[]; readonly reasons: string[] } {
  const found = stack.node.findAll().flatMap((construct) =>
    construct.node.metadata
      .filter(({ type }) => type === 'aws:cdk:acknowledged-rules')
      .flatMap(({ data }) => Object.entries(data as Record<string, string>))
      .map(([rule, reason]) => ({
        rule: `${at(construct.node.path)}: ${rule.replace('Annotation::', '')}`,
        reason,
      })),
  );
  return { rules: found.map(({ rule }) => rule).toSorted(), reasons: found.map(({ reason }) => reason) };
}

const always = [
  'Database/Instance: AwsSolutions-RDS10',
  'Database/Instance: AwsSolutions-RDS11',
  'DatabaseLogin/HandlerRole: AwsSolutions-IAM5[Resource::*]',
  'Secrets/JwtSecret: AwsSolutions-SMG4',
];
const withCache = ['Cache/AuthToken: AwsSolutions-SMG4', 'Cache/ReplicationGroup: AwsSolutions-AEC5'];

const optOut = { enabled: false, optOutReason: 'made anew for every test run' } as const;

const deployments: Record<string, [Partial<DeploymentInput>, readonly string[]]> = {
  'with every protection': [{}, [...always, ...withCache]],
  'with one database instance': [
    { database: { multiAz: false } },
    [...always, ...withCache, 'Database/Instance: AwsSolutions-RDS3'],
  ],
  'with a database that may be deleted': [
    { database: { deletionProtection: optOut } },
    [...always, ...withCache],
  ],
  'with one cache node': [
    { cache: { multiAz: false } },
    [...always, ...withCache, 'Cache/ReplicationGroup: AwsSolutions-AEC4'],
  ],
  'with a secret that is generated': [
    { container: { secrets: { SECRET_KEY: { generate: 64 } } } },
    [...always, ...withCache, 'Secrets/SECRET_KEY: AwsSolutions-SMG4'],
  ],
};

describe.each(Object.entries(deployments))('data %s', (_, [overrides, expected]) => {
  const data = testData(overrides);
  const { rules, reasons } = acknowledged(data);

  test('has no finding of AwsSolutions', () => {
    expect(new AwsSolutionsChecks().validateScope(data.stack).violations).toEqual([]);
  });

  test('sets aside the rules for what it does without, and no other', () => {
    expect(rules).toEqual(expected.toSorted());
  });

  test('gives a reason for each', () => {
    for (const reason of reasons) expect(reason).toMatch(/^\S.{40,}/);
  });
});

test('the reason for a database that may be deleted is that of the deployment file', () => {
  const { reasons } = acknowledged(testData({ database: { deletionProtection: optOut } }));
  expect(reasons.filter((reason) => reason.includes(optOut.optOutReason))).toHaveLength(1);
});
