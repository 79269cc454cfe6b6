import { Stack, aws_iam as iam } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { grantModelAccess } from '../../../constructs/application/model-access';
import type { DeploymentInput } from '../../../lib/deployment/schema';
import { testApp, testDeployment } from '../../setup/stack-tests';

interface Statement {
  readonly Sid: string;
  readonly Action: string | string[];
  readonly Resource: string | string[];
  readonly Condition?: unknown;
}

function statements(ai: DeploymentInput['ai'], region = 'eu-west-1'): Map<string, Statement> {
  const stack = new Stack(testApp(), 'Service', { env: { region, account: '111122223333' } });
  const role = new iam.Role(stack, 'Role', {
    assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
  });
  grantModelAccess(stack, role, testDeployment({ ai, aws: { region } }));
  const [policy] = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
  const found: Statement[] = policy?.Properties.PolicyDocument.Statement ?? [];
  return new Map(found.map((statement) => [statement.Sid, statement]));
}

test('the application calls the configured profile in its own region and account', () => {
  const profile = statements({ model: 'eu.anthropic.claude-haiku-5-5' }).get('Profile');
  expect(profile?.Resource).toBe(
    'arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.anthropic.claude-haiku-5-5',
  );
});

test('the model itself answers only through that profile, in the regions of its geography', () => {
  const model = statements({ model: 'eu.anthropic.claude-haiku-5-5' }).get('ModelThroughProfile');
  expect(model?.Resource).toContain(
    'arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-haiku-5-5',
  );
  expect([model?.Resource].flat().every((arn) => /^arn:aws:bedrock:eu-[a-z]+-\d::/.test(String(arn)))).toBe(
    true,
  );
  expect(model?.Condition).toEqual({
    StringEquals: {
      'bedrock:InferenceProfileArn':
        'arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.anthropic.claude-haiku-5-5',
    },
  });
});

test('a global profile is called in the source region and in the one without a name', () => {
  const model = statements({ model: 'global.anthropic.claude-sonnet-5-5' }).get('ModelThroughProfile');
  expect(model?.Resource).toEqual([
    'arn:aws:bedrock:::foundation-model/anthropic.claude-sonnet-5-5',
    'arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-sonnet-5-5',
  ]);
});

test('text is embedded by Titan in the region', () => {
  expect(statements({}).get('Embeddings')?.Resource).toBe(
    'arn:aws:bedrock:eu-west-1::foundation-model/amazon.titan-embed-text-v2:0',
  );
});

test('a guardrail may be applied when there is one, and that one only', () => {
  expect(statements({}).has('Guardrail')).toBe(false);
  const guardrail = statements({ guardrail: { id: 'abcdefghij', version: '3' } }).get('Guardrail');
  expect(guardrail).toMatchObject({
    Action: 'bedrock:ApplyGuardrail',
    Resource: 'arn:aws:bedrock:eu-west-1:111122223333:guardrail/abcdefghij',
  });
});

test.each<[string, string, string?]>([
  ['us', 'us-east-1'],
  ['eu', 'eu-north-1'],
  ['apac', 'ap-south-1', 'anthropic.claude-sonnet-4-20250514-v1:0'],
  ['jp', 'ap-northeast-1'],
  ['au', 'ap-southeast-2'],
  ['global', 'sa-east-1'],
])(
  'a profile of %s needs no wildcard and reaches its own region',
  (geography, region, model = 'anthropic.claude-haiku-5-5') => {
    const all = [...statements({ model: `${geography}.${model}` }, region).values()];
    const resources = all.flatMap(({ Resource }) => Resource);
    expect(resources.join()).not.toContain('*');
    expect(resources).toContain(`arn:aws:bedrock:${region}::foundation-model/${model}`);
  },
);
