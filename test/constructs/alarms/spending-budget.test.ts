import { aws_sns as sns } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { AlarmTopic } from '../../../constructs/alarms/alarm-topic';
import { activateTag, SpendingBudget } from '../../../constructs/alarms/spending-budget';
import { DeploymentStack } from '../../../stacks/deployment-stack';
import { testApp, testDeployment } from '../../setup/stack-tests';
import { logs, operationsStack } from './test-operations';

const { stack, topicKey } = operationsStack('us-east-1');
const { topic } = new AlarmTopic(stack, 'Topic', { deployment: 'shop', topicKey, email: [], logs });
new SpendingBudget(stack, 'Budget', { deployment: 'shop', budgetUsd: 120, topic });
const template = Template.fromStack(stack);
const [[, budget] = ['', undefined]] = Object.entries(template.findResources('AWS::Budgets::Budget'));

test('the budget is the costs of a month in USD', () => {
  expect(budget?.Properties.Budget).toMatchObject({
    BudgetType: 'COST',
    TimeUnit: 'MONTHLY',
    BudgetLimit: { Amount: 120, Unit: 'USD' },
  });
});

test('it counts what has the tag that every resource of this deployment has', () => {
  class Operations extends DeploymentStack {}
  const tagged = new Operations(testApp(), 'operations', { deployment: testDeployment() });
  new sns.Topic(tagged, 'Topic');
  const [{ Key, Value } = { Key: '', Value: '' }] = Object.values(
    Template.fromStack(tagged).findResources('AWS::SNS::Topic'),
  ).flatMap(({ Properties }) => Properties.Tags as { Key: string; Value: string }[]);
  expect(budget?.Properties.Budget.CostFilters).toEqual({ TagKeyValue: [`user:${Key}$${Value}`] });
  expect(activateTag).toContain(`TagKey=${Key},`);
});

test('the topic is told at 50, 80 and 100 percent, and when 100 percent are forecast', () => {
  const told = budget?.Properties.NotificationsWithSubscribers as {
    Notification: Record<string, unknown>;
    Subscribers: unknown;
  }[];
  expect(
    told.map(
      ({ Notification: { NotificationType, Threshold } }) =>
        `${String(NotificationType)} ${String(Threshold)}`,
    ),
  ).toEqual(['ACTUAL 50', 'ACTUAL 80', 'ACTUAL 100', 'FORECASTED 100']);
  const [topicId] = Object.keys(template.findResources('AWS::SNS::Topic'));
  for (const { Notification, Subscribers } of told) {
    expect(Notification).toMatchObject({ ThresholdType: 'PERCENTAGE', ComparisonOperator: 'GREATER_THAN' });
    expect(Subscribers).toEqual([{ SubscriptionType: 'SNS', Address: { Ref: topicId } }]);
  }
});

test('it is made after the policy that lets it publish', () => {
  const [policy] = Object.keys(template.findResources('AWS::SNS::TopicPolicy'));
  expect(budget?.DependsOn).toContain(policy);
});

test('it has no finding of AwsSolutions', () => {
  expect(new AwsSolutionsChecks().validateScope(stack).violations).toEqual([]);
});
