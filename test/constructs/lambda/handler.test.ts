import { App, Duration, Stack, aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Handler } from '../../../constructs/lambda/handler';
import { testDeployment } from '../../setup/stack-tests';

const { logs } = testDeployment({ logs: { retentionDays: 14 } });
const props = { logs, name: 'database-login', description: 'Test', timeout: Duration.seconds(5) };

test('a handler may write its own log and read the status of its own stack, and nothing else', () => {
  const stack = new Stack(new App(), 'stack');
  new Handler(stack, 'Handler', props);
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::IAM::Role', { ManagedPolicyArns: Match.absent() });
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: [
        {
          Effect: 'Allow',
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^HandlerLogs'), 'Arn'] },
        },
        { Effect: 'Allow', Action: 'cloudformation:DescribeStacks', Resource: { Ref: 'AWS::StackId' } },
      ],
    },
  });
});

test('one that CloudFormation does not call may not read the status of a stack', () => {
  const stack = new Stack(new App(), 'stack');
  new Handler(stack, 'Handler', { ...props, isCustomResource: false });
  expect(JSON.stringify(Template.fromStack(stack).toJSON())).not.toContain('DescribeStacks');
});

test('its log has a retention', () => {
  const stack = new Stack(new App(), 'stack');
  new Handler(stack, 'Handler', props);
  Template.fromStack(stack).hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 14 });
});

test('in a VPC Lambda joins it, and its code cannot use the right to', () => {
  const stack = new Stack(new App(), 'stack');
  const vpc = new ec2.Vpc(stack, 'Vpc', {
    subnetConfiguration: [{ name: 'private', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
  });
  const securityGroup = new ec2.SecurityGroup(stack, 'SecurityGroup', { vpc });
  new Handler(stack, 'Handler', { ...props, network: { vpc, securityGroup } });
  const network = (effect: string, condition: object) =>
    Match.objectLike({
      Effect: effect,
      Action: Match.arrayWith(['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface']),
      ...condition,
    });
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        network('Allow', { Condition: Match.absent() }),
        network('Deny', { Condition: { Null: { 'lambda:SourceFunctionArn': 'false' } } }),
      ]),
    },
  });
});

test('one that is not built says how to build it', () => {
  const stack = new Stack(new App(), 'stack');
  expect(() => new Handler(stack, 'Handler', { ...props, name: 'no-such-handler' })).toThrow(
    /no-such-handler is not bundled.*npm run build/,
  );
});
