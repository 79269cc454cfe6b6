import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Validations, aws_s3 as s3, aws_sqs as sqs } from 'aws-cdk-lib';
import { readStacks } from '../../../lib/plan/assembly';
import { readFindings } from '../../../lib/plan/findings';
import { resourcesByType } from '../../../lib/plan/plan';

let assembly: string;

beforeAll(() => {
  assembly = mkdtempSync(join(tmpdir(), 'assembly-'));
  const app = new App({ outdir: assembly, context: { '@aws-cdk/core:defaultCrossStackReferences': 'weak' } });
  const data = new Stack(app, 'zdata', {
    stackName: 'mine-data',
    description: 'Lasting data',
    terminationProtection: true,
  });
  const bucket = new s3.Bucket(data, 'Bucket');
  Validations.of(bucket).acknowledge({ id: 'AwsSolutions-S1', reason: 'its access log is not needed' });
  const service = new Stack(app, 'aservice', { env: { region: 'eu-west-1' } });
  service.addStackDependency(data);
  new sqs.Queue(service, 'One');
  new sqs.Queue(service, 'Two');
  app.synth();
});

afterAll(() => rmSync(assembly, { recursive: true, force: true }));

describe('a plan', () => {
  test('lists stacks in deployment order', () => {
    expect(readStacks(assembly).map(({ id }) => id)).toEqual(['zdata', 'aservice']);
  });

  test('has the name, region and termination protection of each stack', () => {
    const [data, service] = readStacks(assembly);
    expect(data).toMatchObject({
      name: 'mine-data',
      description: 'Lasting data',
      terminationProtection: true,
    });
    expect(service).toMatchObject({ name: 'aservice', region: 'eu-west-1', terminationProtection: false });
  });

  test('has every acknowledged rule with construct and reason', () => {
    expect(readStacks(assembly)[0]?.acknowledgements).toEqual([
      { construct: 'zdata/Bucket', rule: 'AwsSolutions-S1', reason: 'its access log is not needed' },
    ]);
  });

  test('counts resources by type, the largest number first', () => {
    expect(resourcesByType(readStacks(assembly))).toEqual([
      ['AWS::SQS::Queue', 2],
      ['AWS::S3::Bucket', 1],
    ]);
  });

  test('has a finding for each violation in the report', () => {
    const violation = {
      ruleName: 'AwsSolutions-S10',
      description: 'no TLS required',
      severity: 'error',
      violatingConstructs: [{ constructPath: 'zdata/Bucket/Resource' }],
    };
    const report = { pluginReports: [{ pluginName: 'AwsSolutions', violations: [violation] }] };
    writeFileSync(join(assembly, 'validation-report.json'), JSON.stringify(report));
    expect(readFindings(assembly)).toEqual([
      {
        validator: 'AwsSolutions',
        rule: 'AwsSolutions-S10',
        severity: 'error',
        description: 'no TLS required',
        constructs: ['zdata/Bucket/Resource'],
      },
    ]);
  });
});
