import { risksBetween } from '../../../lib/guard/guard';
import type { PlannedStack, TemplateResource } from '../../../lib/plan/assembly';

/* Changes that CloudFormation or a service refuses, in templates of one or two resources. */

const stack = (Resources: Record<string, TemplateResource>, id = 'data'): PlannedStack => ({
  id,
  name: `shop-${id}`,
  region: 'eu-west-1',
  description: '',
  terminationProtection: false,
  template: { Resources },
  acknowledgements: [],
});
const kinds = (before: Record<string, TemplateResource>, after: Record<string, TemplateResource>) =>
  risksBetween({ stacks: [stack(before)] }, { stacks: [stack(after)] }).map(
    ({ kind, resources }) => `${kind}: ${resources.join(' ')}`,
  );

const source = (resourceArn: string): TemplateResource => ({
  Type: 'AWS::Logs::DeliverySource',
  Properties: { Name: 'shop-edge', ResourceArn: resourceArn, LogType: 'ACCESS_LOGS' },
});

test('a replaced resource does not keep its name, which is taken until the old one is deleted', () => {
  const delivery = (name: string): TemplateResource => ({
    Type: 'AWS::IAM::Role',
    Properties: { RoleName: name, Path: name === 'same' ? '/a/' : '/' },
  });
  expect(
    kinds(
      { Role: delivery('same') },
      { Role: { ...delivery('same'), Properties: { RoleName: 'same', Path: '/b/' } } },
    ),
  ).toEqual(['name-taken: Role']);
  expect(kinds({ Role: delivery('old') }, { Role: delivery('new') })).toEqual([]);
});

test('a new resource does not take the name of one that goes in the same update', () => {
  expect(kinds({ Old: source('arn:a') }, { New: source('arn:a') })).toEqual(['name-taken: Old New']);
});

test('an alarm and a Slack channel have names that a new resource cannot take', () => {
  const alarm: TemplateResource = {
    Type: 'AWS::CloudWatch::Alarm',
    Properties: { AlarmName: 'shop-operations-shop-down' },
  };
  expect(kinds({ Old: alarm }, { New: alarm })).toEqual(['name-taken: Old New']);
  const channel = (workspace: string, name = 'alarms'): TemplateResource => ({
    Type: 'AWS::Chatbot::SlackChannelConfiguration',
    Properties: { ConfigurationName: name, SlackWorkspaceId: workspace },
  });
  expect(kinds({ Slack: channel('T1') }, { Slack: channel('T2') })).toEqual(['name-taken: Slack']);
  expect(kinds({ Slack: channel('T1', 'alarms-T1') }, { Slack: channel('T2', 'alarms-T2') })).toEqual([]);
});

test('a custom resource keeps its function', () => {
  const custom = (handler: string): TemplateResource => ({
    Type: 'Custom::Migration',
    Properties: { ServiceToken: { 'Fn::GetAtt': [handler, 'Arn'] } },
  });
  const lambda: TemplateResource = { Type: 'AWS::Lambda::Function', Properties: { Runtime: 'nodejs24.x' } };
  const functions = { One: lambda, Two: lambda };
  expect(kinds({ ...functions, It: custom('One') }, { ...functions, It: custom('Two') })).toEqual([
    'handler-replaced: It',
  ]);
  expect(kinds({ ...functions, It: custom('One') }, { ...functions, It: custom('One') })).toEqual([]);
});

test('App Runner with traffic does not change between public and private', () => {
  const service = (isPublic: boolean) =>
    stack(
      {
        Service: {
          Type: 'AWS::AppRunner::Service',
          Properties: { NetworkConfiguration: { IngressConfiguration: { IsPubliclyAccessible: isPublic } } },
        },
      },
      'service-apprunner',
    );
  const withOutput = (planned: PlannedStack): PlannedStack => ({
    ...planned,
    template: {
      ...planned.template,
      Outputs: { Url: { Value: { 'Fn::GetAtt': ['Service', 'ServiceUrl'] } } },
    },
  });
  const reads = {
    'Fn::GetStackOutput': { StackName: 'shop-service-apprunner', OutputName: 'Url', Region: 'eu-west-1' },
  };
  const edge = stack({ Reader: { Type: 'AWS::SSM::Parameter', Properties: { Value: reads } } }, 'edge');
  const between = (readers: PlannedStack[]) =>
    risksBetween(
      { stacks: [withOutput(service(true)), ...readers] },
      { stacks: [withOutput(service(false)), ...readers] },
    ).map(({ kind }) => kind);
  expect(between([edge])).toEqual(['ingress-closes']);
  expect(between([])).toEqual([]);
});
