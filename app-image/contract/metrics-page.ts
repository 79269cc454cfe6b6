import {
  billedMetrics,
  deploymentDimension,
  metricNamespace,
  metrics,
  metricUsdPerMonth,
  routeClasses,
  routeDimension,
  type MetricDefinition,
} from './metrics';

/** docs/metrics.md: every metric as the contract defines it. */
export function metricsPage(): string {
  const classes = Object.entries(routeClasses);
  return [
    '# Metrics of the shop',
    '',
    `What the bundled application measures itself, in the CloudWatch namespace \`${metricNamespace}\`. The load balancer, the database and the other services have metrics of their own. An image of your own gets those, and none of this page.`,
    '',
    'This page is generated from `app-image/contract/metrics.ts` by `npm run docs --workspace app-image`; a test compares the two.',
    '',
    '| metric | unit | dimensions | statistic | what it says | USD a month |',
    '|---|---|---|---|---|---|',
    ...Object.entries<MetricDefinition>(metrics).map(([name, definition]) => row(name, definition)),
    '',
    `A deployment has at most ${billedMetrics} metrics. They cost at most ${usd(billedMetrics)} USD a month in us-east-1: ${metricUsdPerMonth.toFixed(2)} USD for each metric that is written in every hour of the month. AWS prorates the price by the hour and bills only hours in which a metric is written, so metrics of failures cost nothing while nothing fails. \`container.environment: { METRICS: 'off' }\` in the deployment file writes none.`,
    '',
    '## Dimensions',
    `- \`${deploymentDimension}\` is the name of the deployment, from the variable \`DEPLOYMENT\`; \`local\` on a laptop. Two deployments in one account have separate metrics. The targets of one deployment share them, so a move does not interrupt them.`,
    `- \`${routeDimension}\` is the class of the route: ${classes.map(([name, holds]) => `\`${name}\` (${holds})`).join(', ')}. Health checks are in no class.`,
    '',
    'Give all dimensions of a metric when you look it up. CloudWatch does not add up over dimensions: for all requests, add the three classes.',
    '',
    '## How to read them',
    '- Each process writes what happened in the last minute as lines of its log, in the [embedded metric format](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html). CloudWatch takes the metrics from there; no agent and no permission is needed. What is not yet written at SIGTERM is written before the process ends.',
    '- Where nothing happened there is no data: a minute without requests has no `Requests`, and a minute without errors has no `ServerErrors`. In a formula, write `FILL(errors, 0)`.',
    '- Sums are exact. `Latency` is an even sample of up to 100 requests for each class, process and minute: each request is in it with the same probability. So its percentiles and its average estimate those of all requests: with 100 values the 95th percentile of one minute lies between the true 91st and 99th in 95 of 100 cases. Its `SampleCount` and `Sum` are not the number and the sum of all requests, its `Maximum` may miss the slowest one, and above 100 requests a minute a busier process weighs no more than another. For counts use `Requests`.',
    '- The headers of a chat answer are sent before the model is asked. So `TargetResponseTime` of the load balancer does not contain the time of the model, and a model that fails is no status of 500 or more: `ChatErrors` and `ChatThrottles` count it.',
    '- `TokenBudgetPercent` has data when a question is asked and when its answer ends. In a new month the old value stays the newest one until the first question.',
    '',
    '## What is in the log instead',
    'Each of these would be a metric that is billed and says nothing new:',
    '',
    "- requests that a rate limit refused: `filter msg = 'request' and status = 429 | stats count(*) by route`",
    "- products that an answer names although the search did not find them: `filter msg = 'the answer names products that the search did not find'`",
    `- answered chats: \`Requests\` with \`${routeDimension}\` = \`chat\``,
    '',
    '## From a metric to a request and its SQL',
    'One id leads through all of it. It is the one of CloudFront (`x-edge-request-id` in its access log). Without CloudFront it is that of the load balancer (the root of `trace_id`), or the `x-request-id` of another proxy; else the server makes one.',
    '',
    '- Lines of the log have it in `requestId`: `filter requestId = "…" | sort @timestamp`.',
    '- Answers have it in the header `x-request-id`, failures in `instance` as well.',
    "- SQL statements end with `/*request='…'*/` ([sqlcommenter](https://google.github.io/sqlcommenter/spec/)), in `pg_stat_activity` and in the log of PostgreSQL. A character such as `=` is percent-encoded there. On a laptop, the embedded database gets no comment.",
    '',
  ].join('\n');
}

function row(name: string, { unit, dimensions, statistic, meaning }: MetricDefinition): string {
  const count = dimensions.includes(routeDimension) ? Object.keys(routeClasses).length : 1;
  const cost = count === 1 ? usd(1) : `${count} × ${usd(1)} = ${usd(count)}`;
  return `| \`${name}\` | ${unit} | ${dimensions.join(', ')} | ${statistic} | ${meaning} | ${cost} |`;
}

function usd(count: number): string {
  return (count * metricUsdPerMonth).toFixed(2);
}
