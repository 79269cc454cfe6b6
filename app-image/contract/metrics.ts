/**
 * The metrics of the bundled shop: what the server writes, and what alarms and dashboards read.
 *
 * CloudWatch bills each metric name with each combination of dimension values as one metric. A deployment has
 * 3 metrics × 3 route classes + 10 others = 19 metrics, at 0.30 USD each (us-east-1, AWS's price list of
 * September 2026) at most 5.70 USD a month. The price is prorated by the hour, and only hours in which a metric
 * was written count (https://aws.amazon.com/cloudwatch/pricing/): a metric of failures costs nothing while
 * nothing fails, and a shop without visitors at night pays for the day only. `METRICS=off` writes none.
 *
 * Not metrics, because a log line or another metric has the number already:
 * - requests that a rate limit refused: their line in the log has `status` 429;
 * - products that an answer names and the search did not find: a line in the log lists them in `foreign`;
 * - answered chats: `Requests` with the route class `chat`.
 */

/** Namespace of every metric in CloudWatch. */
export const metricNamespace = 'InsightShop';

/** On every metric: the name of the deployment, so that two deployments of one account do not mix. */
export const deploymentDimension = 'Deployment';

/** On the metrics of requests: the route class. */
export const routeDimension = 'Route';

/** What each route class holds. Health checks are in none of them. */
export const routeClasses = {
  browse: 'pages, catalogue, search',
  shopping: 'cart, orders, accounts, sessions',
  chat: 'the assistant',
} as const;

export type RouteClass = keyof typeof routeClasses;

/** Units of CloudWatch that the metrics use. CloudWatch has no unit for money: that is `None`. */
export type MetricUnit = 'Count' | 'Milliseconds' | 'Percent' | 'None';

export interface MetricDefinition {
  readonly unit: MetricUnit;
  /** Dimensions of the metric. An alarm must give a value for each of them. */
  readonly dimensions: readonly string[];
  /** How the server collects it: the sum of a minute, a sample of a minute, or the newest value. */
  readonly kind: 'sum' | 'sample' | 'newest';
  /** The statistic that is right for it. */
  readonly statistic: 'Sum' | 'p95' | 'Maximum';
  /** What it counts or measures, as one sentence. */
  readonly meaning: string;
}

const ofDeployment = [deploymentDimension] as const;
const ofRouteClass = [deploymentDimension, routeDimension] as const;

/**
 * Every metric, under its name. All are written once a minute by each process, and only when there was
 * something to write: in a minute without requests there is no data.
 */
export const metrics = {
  Requests: {
    unit: 'Count',
    dimensions: ofRouteClass,
    kind: 'sum',
    statistic: 'Sum',
    meaning: 'Requests that were answered, whatever the status; without health checks.',
  },
  ServerErrors: {
    unit: 'Count',
    dimensions: ofRouteClass,
    kind: 'sum',
    statistic: 'Sum',
    meaning: 'Requests that were answered with a status of 500 or more; no data means none.',
  },
  Latency: {
    unit: 'Milliseconds',
    dimensions: ofRouteClass,
    kind: 'sample',
    statistic: 'p95',
    meaning:
      'Time from the request to the end of the answer; in the class chat to the last word of the assistant.',
  },
  ChatInputTokens: {
    unit: 'Count',
    dimensions: ofDeployment,
    kind: 'sum',
    statistic: 'Sum',
    meaning: 'Tokens that were sent to the model for answers of the chat.',
  },
  ChatOutputTokens: {
    unit: 'Count',
    dimensions: ofDeployment,
    kind: 'sum',
    statistic: 'Sum',
    meaning: 'Tokens of the answers of the model.',
  },
  ChatCostUsd: {
    unit: 'None',
    dimensions: ofDeployment,
    kind: 'sum',
    statistic: 'Sum',
    meaning:
      'List price of these tokens in USD, without embeddings and guardrails; only for models whose price is known.',
  },
  TokenBudgetPercent: {
    unit: 'Percent',
    dimensions: ofDeployment,
    kind: 'newest',
    statistic: 'Maximum',
    meaning: 'Share of this month’s token budget that is used, at each question; only with a budget.',
  },
  ChatErrors: {
    unit: 'Count',
    dimensions: ofDeployment,
    kind: 'sum',
    statistic: 'Sum',
    meaning: 'Answers that failed because the model did not answer or stopped, throttling excepted.',
  },
  ChatThrottles: {
    unit: 'Count',
    dimensions: ofDeployment,
    kind: 'sum',
    statistic: 'Sum',
    meaning: 'Answers that failed because Bedrock throttled the model.',
  },
  SearchFallbacks: {
    unit: 'Count',
    dimensions: ofDeployment,
    kind: 'sum',
    statistic: 'Sum',
    meaning: 'Searches by words only, because the vectors or the embedding model did not answer.',
  },
  CacheHits: {
    unit: 'Count',
    dimensions: ofDeployment,
    kind: 'sum',
    statistic: 'Sum',
    meaning: 'Reads of the catalogue that the cache answered.',
  },
  CacheMisses: {
    unit: 'Count',
    dimensions: ofDeployment,
    kind: 'sum',
    statistic: 'Sum',
    meaning: 'Reads of the catalogue that the cache could not answer.',
  },
  OrdersPlaced: {
    unit: 'Count',
    dimensions: ofDeployment,
    kind: 'sum',
    statistic: 'Sum',
    meaning: 'New orders; a repeated request for the same order counts once.',
  },
} as const satisfies Record<string, MetricDefinition>;

export type MetricName = keyof typeof metrics;

/** Metrics with a route class. */
export type RequestMetric = {
  [Name in MetricName]: (typeof metrics)[Name]['dimensions'] extends typeof ofRouteClass ? Name : never;
}[MetricName];

/** Metrics of a deployment as a whole that are collected in this way. */
export type DeploymentMetric<Kind extends MetricDefinition['kind']> = {
  [Name in MetricName]: Name extends RequestMetric
    ? never
    : (typeof metrics)[Name]['kind'] extends Kind
      ? Name
      : never;
}[MetricName];

/** Price of one metric for a month in USD, us-east-1. */
export const metricUsdPerMonth = 0.3;

/** Metrics that CloudWatch bills for a deployment when all of them are written in every hour. */
export const billedMetrics = Object.values<MetricDefinition>(metrics).reduce(
  (sum, { dimensions }) => sum + (dimensions.includes(routeDimension) ? Object.keys(routeClasses).length : 1),
  0,
);
