import { Stack, aws_kms as kms, aws_sns as sns } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { AlarmTopic, type AlarmTopicProps } from '../../../constructs/alarms/alarm-topic';
import { propertiesOf, statementsOf } from '../../setup/templates';
import { account, logs, operationsStack } from './test-operations';

const secretArn = `arn:aws:secretsmanager:us-west-2:${account}:secret:webhook-AbCdEf`;

function topicWith(props: Partial<AlarmTopicProps> = {}) {
  const { stack, topicKey } = operationsStack();
  const alarms = new AlarmTopic(stack, 'Topic', { deployment: 'shop', topicKey, email: [], logs, ...props });
  return { stack, alarms, template: Template.fromStack(stack) };
}

interface Policy {
  readonly Statement: readonly {
    readonly Sid?: string;
    readonly Effect: string;
    readonly Principal: { readonly Service?: string };
    readonly Action: string | string[];
    readonly Condition?: unknown;
  }[];
}
const statementFor = ({ Statement }: Policy, service: string) =>
  Statement.filter(({ Principal }) => Principal.Service === service);

const everything = {
  email: ['ops@example.com'],
  slack: { workspaceId: 'T0123ABCD', channelId: 'C0123ABCD' },
  webhook: { secretArn },
} satisfies Partial<AlarmTopicProps>;

describe('the topic', () => {
  const { template } = topicWith({ email: ['ops@example.com', 'ops@example.com', 'lead@example.com'] });
  const [topicPolicy] = propertiesOf<{ PolicyDocument: Policy }>(template, 'AWS::SNS::TopicPolicy');
  const [key] = propertiesOf<{ KeyPolicy: Policy }>(template, 'AWS::KMS::Key');
  if (!topicPolicy || !key) throw new Error('The stack has no topic policy or no key.');

  test('is encrypted with the key of the stack', () => {
    const [keyId] = Object.keys(template.findResources('AWS::KMS::Key'));
    template.hasResourceProperties('AWS::SNS::Topic', {
      DisplayName: 'shop alarms',
      KmsMasterKeyId: { 'Fn::GetAtt': [keyId, 'Arn'] },
    });
  });

  test('refuses requests without TLS', () => {
    expect(topicPolicy.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 'sns:Publish',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });

  test.each([
    ['cloudwatch.amazonaws.com', { StringEquals: { 'aws:SourceAccount': account } }],
    [
      'budgets.amazonaws.com',
      {
        StringEquals: { 'aws:SourceAccount': account },
        ArnLike: { 'aws:SourceArn': `arn:aws:budgets::${account}:*` },
      },
    ],
  ])('lets %s of this account publish, and encrypt', (service, Condition) => {
    expect(statementFor(topicPolicy.PolicyDocument, service)).toMatchObject([
      { Effect: 'Allow', Action: 'sns:Publish', Condition },
    ]);
    expect(statementFor(key.KeyPolicy, service)).toMatchObject([
      { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey*'], Condition },
    ]);
  });

  test('lets rules of this account publish, and encrypt without a condition on the source, which KMS does not get', () => {
    const [publish] = statementFor(topicPolicy.PolicyDocument, 'events.amazonaws.com');
    expect(JSON.stringify(publish?.Condition)).toContain(`:events:eu-west-1:${account}:rule/*`);
    const [encrypt] = statementFor(key.KeyPolicy, 'events.amazonaws.com');
    expect(JSON.stringify(encrypt?.Condition)).not.toContain('aws:Source');
    expect(JSON.stringify(encrypt?.Condition)).toContain(`:sns:eu-west-1:${account}:*`);
  });

  test('lets no other service publish', () => {
    const services = topicPolicy.PolicyDocument.Statement.flatMap(({ Effect, Principal }) =>
      Effect === 'Allow' ? [Principal.Service] : [],
    );
    expect(services.toSorted()).toEqual([
      'budgets.amazonaws.com',
      'cloudwatch.amazonaws.com',
      'events.amazonaws.com',
    ]);
  });

  test('sends an e-mail to each address, once', () => {
    const subscriptions = propertiesOf<{ Protocol: string; Endpoint: string }>(
      template,
      'AWS::SNS::Subscription',
    );
    expect(subscriptions.map(({ Protocol, Endpoint }) => `${Protocol} ${Endpoint}`)).toEqual([
      'email ops@example.com',
      'email lead@example.com',
    ]);
  });

  test('is not made with a key whose policy cannot be changed', () => {
    const { stack } = operationsStack();
    const topicKey = kms.Key.fromKeyArn(stack, 'Imported', `arn:aws:kms:eu-west-1:${account}:key/1`);
    expect(() => new AlarmTopic(stack, 'Topic', { deployment: 'shop', topicKey, email: [], logs })).toThrow(
      /operations\/Imported is imported.*Use a key that a stack of this app makes/,
    );
  });
});

describe('Slack', () => {
  test('gets the topic, and those of other regions, in one configuration', () => {
    const edge = operationsStack('us-east-1').stack;
    const furtherTopics = [
      sns.Topic.fromTopicArn(edge, 'Edge', `arn:aws:sns:us-east-1:${account}:edge-alarms`),
    ];
    const { template } = topicWith({ slack: { ...everything.slack, furtherTopics } });
    template.resourceCountIs('AWS::Chatbot::SlackChannelConfiguration', 1);
    const [topic] = Object.keys(template.findResources('AWS::SNS::Topic'));
    template.hasResourceProperties('AWS::Chatbot::SlackChannelConfiguration', {
      ConfigurationName: 'shop-operations-alarms-T0123ABCD',
      SlackWorkspaceId: 'T0123ABCD',
      SlackChannelId: 'C0123ABCD',
      SnsTopicArns: [{ Ref: topic }, `arn:aws:sns:us-east-1:${account}:edge-alarms`],
    });
  });

  test('lets people in the channel read alarms and metrics, and nothing else', () => {
    const { template } = topicWith({ slack: everything.slack });
    const [policy] = Object.entries(template.findResources('AWS::IAM::ManagedPolicy'));
    if (!policy) throw new Error('There is no policy.');
    const [id, { Properties }] = policy;
    template.hasResourceProperties('AWS::Chatbot::SlackChannelConfiguration', {
      GuardrailPolicies: [{ Ref: id }],
    });
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [Match.objectLike({ Principal: { Service: 'chatbot.amazonaws.com' } })],
      },
      ManagedPolicyArns: [{ Ref: id }],
    });
    const [{ Action }] = Properties.PolicyDocument.Statement as [{ Action: string[] }];
    for (const action of Action) expect(action).toMatch(/^cloudwatch:(Describe|Get|List)[A-Za-z]+$/);
  });
});

describe('a webhook', () => {
  const { template, alarms } = topicWith({ webhook: { secretArn } });

  test('gets every message of the topic, and three runs of a function for each', () => {
    template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'lambda' });
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', { MaximumRetryAttempts: 2 });
  });

  test('has a queue of what it did not take, and a metric of it', () => {
    const [queue] = Object.keys(template.findResources('AWS::SQS::Queue'));
    template.hasResourceProperties('AWS::SQS::Queue', {
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 14 * 86_400,
    });
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [queue, 'Arn'] } } },
    });
    expect(alarms.undelivered?.toMetricConfig().metricStat).toMatchObject({
      namespace: 'AWS/SQS',
      metricName: 'ApproximateNumberOfMessagesVisible',
    });
  });

  test('has a function that may read this secret, write its log and fill the queue', () => {
    expect(statementsOf(template).map(({ Action, Resource }) => [Action, Resource])).toEqual([
      [['logs:CreateLogStream', 'logs:PutLogEvents'], expect.anything()],
      [['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'], expect.anything()],
      ['secretsmanager:GetSecretValue', secretArn],
    ]);
  });

  test('with a key of its own, the function may decrypt through Secrets Manager in the region of the secret', () => {
    const kmsKeyArn = `arn:aws:kms:us-west-2:${account}:key/1`;
    const withKey = topicWith({ webhook: { secretArn, kmsKeyArn } }).template;
    expect(statementsOf(withKey)).toContainEqual({
      Effect: 'Allow',
      Action: 'kms:Decrypt',
      Resource: kmsKeyArn,
      Condition: { StringEquals: { 'kms:ViaService': 'secretsmanager.us-west-2.amazonaws.com' } },
    });
  });

  test('is absent without a secret', () => {
    const none = topicWith();
    expect(none.alarms.undelivered).toBeUndefined();
    none.template.resourceCountIs('AWS::Lambda::Function', 0);
  });
});

test.each([
  ['with e-mail only', { email: ['ops@example.com'] }],
  ['with everything', everything],
])('%s it has no finding of AwsSolutions', (_, props) => {
  const { stack } = topicWith(props);
  expect(Stack.isStack(stack)).toBe(true);
  expect(new AwsSolutionsChecks().validateScope(stack).violations).toEqual([]);
});
