import { aws_cloudwatch as cloudwatch, Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { changed } from './rows/changed';
import { cost } from './rows/cost';
import type { DashboardProps } from './rows/dashboard-props';
import { full } from './rows/full';
import { served } from './rows/served';

/** The questions, in the order in which someone asks them who opens the dashboard in an incident. */
const questions = [
  { question: 'Are customers served?', answer: served },
  { question: 'What changed?', answer: changed },
  { question: 'What is full?', answer: full },
  { question: 'What does it cost?', answer: cost },
] as const;

/**
 * One page in CloudWatch for a deployment. docs/dashboard.md shows it.
 *
 * An account has three dashboards with up to 50 metrics each free of charge; a further or larger one costs $3 a
 * month. https://aws.amazon.com/cloudwatch/pricing/
 */
export class ShopDashboard extends Construct {
  readonly dashboardName: string;

  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    const { stackName, region } = Stack.of(this);
    // "All dashboards in your account are global, not region-specific": two deployments of one name in two
    // regions would overwrite each other. CloudFormation's own name would be a random one, which nobody finds.
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html
    this.dashboardName = `${stackName}-${region}`;
    const dashboard = new cloudwatch.Dashboard(this, 'Dashboard', {
      dashboardName: this.dashboardName,
      defaultInterval: Duration.hours(12),
      // The number of tasks is right with a period of one minute only.
      periodOverride: cloudwatch.PeriodOverride.INHERIT,
    });
    for (const { question, answer } of questions) {
      dashboard.addWidgets(new cloudwatch.TextWidget({ markdown: `## ${question}`, width: 24, height: 1 }));
      for (const row of answer(props)) dashboard.addWidgets(...row);
    }
  }
}
