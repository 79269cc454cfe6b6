import { aws_budgets as budgets, type aws_sns as sns } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ownTag } from '../../lib/stacks/names';

export interface SpendingBudgetProps {
  /** Name of the deployment: the value of the tag that its costs have. */
  readonly deployment: string;
  /** Costs of a calendar month, before taxes and credits as AWS bills them. Range > 0. */
  readonly budgetUsd: number;
  /**
   * Gets the notifications. AWS asks for a topic of the same account. Its region is free, but the budget belongs
   * into us-east-1: CloudFormation has no `AWS::Budgets::Budget` in 19 commercial regions, such as eu-north-1 (schemas of cfn-lint 1.51).
   */
  readonly topic: sns.ITopic;
}

/** Percent of the budget. AWS allows five notifications a budget. */
const notifications = [
  { notificationType: 'ACTUAL', threshold: 50 },
  { notificationType: 'ACTUAL', threshold: 80 },
  { notificationType: 'ACTUAL', threshold: 100 },
  { notificationType: 'FORECASTED', threshold: 100 },
] as const;

/**
 * The costs of this deployment in a month, by its own tag. A budget is free of charge, and AWS updates it up to
 * three times a day, so its notification may come 8 to 12 hours late.
 *
 * It counts nothing until the tag `deployment` is activated as a cost allocation tag in the Billing console of the
 * account that pays; that takes up to 24 hours, and earlier costs are not counted. AWS needs about five weeks of
 * costs for a forecast. What has no tag, such as data transfer between regions, is not counted.
 * https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/activating-tags.html
 * https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-best-practices.html
 */
export class SpendingBudget extends Construct {
  constructor(scope: Construct, id: string, props: SpendingBudgetProps) {
    super(scope, id);
    const { deployment, budgetUsd, topic } = props;
    const budget = new budgets.CfnBudget(this, 'Budget', {
      budget: {
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: budgetUsd, unit: 'USD' },
        // https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-create-filters.html
        costFilters: { TagKeyValue: [`user:${ownTag}$${deployment}`] },
      },
      notificationsWithSubscribers: notifications.map((notification) => ({
        notification: { ...notification, thresholdType: 'PERCENTAGE', comparisonOperator: 'GREATER_THAN' },
        subscribers: [{ subscriptionType: 'SNS', address: topic.topicArn }],
      })),
    });
    // Without the policy of the topic the first notification is lost.
    const policy = topic.node.tryFindChild('Policy');
    if (policy) budget.node.addDependency(policy);
  }
}

/** For the plan and the page of the alarms: what a person has to do once in an account. */
export const activateTag = `budgetUsd counts nothing until the tag ${ownTag} is activated as a cost allocation tag, once in the account that pays: aws ce update-cost-allocation-tags-status --cost-allocation-tags-status TagKey=${ownTag},Status=Active`;
