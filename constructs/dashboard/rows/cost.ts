import { aws_cloudwatch as cloudwatch, Duration } from 'aws-cdk-lib';
import { ownTag } from '../../../lib/stacks/names';
import type { DashboardProps } from './dashboard-props';
import { shopMetric } from '../../alarms/application-alarms';
import { graph, labelled } from './graph';
import { grid, type Cell } from './grid';

const day = Duration.days(1);
/** Graphs of costs show two weeks, whatever the time range of the dashboard. */
const days = 14;
const summaryHeight = 3;

/** What does it cost? Only what grows with use: the rest is the same every month, and AWS bills it by the hour. */
export function cost(props: DashboardProps): cloudwatch.IWidget[][] {
  const { name, metrics, isBundled, alarms } = props;
  const canary = alarms.metricOf('canary-failed')?.(day);
  return [
    ...grid([budget(props), ...(isBundled ? [chatOfMonth(name)] : [])], 2),
    ...grid(
      [
        ...(isBundled ? chat(name) : []),
        graph({
          title: 'Requests a day, count',
          metrics: [metrics.requests.with({ period: day, label: 'requests' })],
          days,
        }),
        // The canary reports its success once a visit.
        ...(canary instanceof cloudwatch.Metric
          ? [
              graph({
                title: 'Canary visits a day, count',
                metrics: [labelled(canary.with({ statistic: 'SampleCount' }), 'visits')],
                days,
              }),
            ]
          : []),
      ],
      4,
    ),
  ];
}

function budget({ name, budgetUsd }: DashboardProps): Cell {
  const markdown =
    `**Budget: ${budgetUsd} USD a month** (field \`budgetUsd\`).\n\n` +
    `What AWS has billed: Cost Explorer, filter by tag \`${ownTag}\` = \`${name}\`.`;
  return (width) => new cloudwatch.TextWidget({ markdown, width, height: summaryHeight });
}

function chatOfMonth(deployment: string): Cell {
  const spent = shopMetric(deployment, 'ChatCostUsd').with({ label: 'list price of the tokens' });
  return (width) =>
    new cloudwatch.SingleValueWidget({
      title: 'Chat in the last 30 days, USD',
      metrics: [spent],
      setPeriodToTimeRange: true,
      start: '-P30D',
      width,
      height: summaryHeight,
    });
}

function chat(deployment: string): Cell[] {
  return [
    graph({
      title: 'Cost of the chat a day, USD',
      metrics: [
        shopMetric(deployment, 'ChatCostUsd').with({ period: day, label: 'list price of the tokens' }),
      ],
      days,
    }),
    graph({
      title: 'Tokens of the chat a day, count',
      metrics: [
        shopMetric(deployment, 'ChatInputTokens').with({ period: day, label: 'questions' }),
        shopMetric(deployment, 'ChatOutputTokens').with({ period: day, label: 'answers' }),
      ],
      stacked: true,
      days,
    }),
  ];
}
