import { defineDeployment } from '../lib/deployment';

/**
 * For tests by the team: built like production, but small, and off at night and at weekends. Each
 * protection that is off has a reason, so it shows in review.
 *
 * About $51 a month in us-east-1 without Claude: load balancer 18, database 14, NAT instance 11, the task in 217
 * hours 3, key and secrets 2, page alarms 1.50 (10 metrics × $0.10 and one composite alarm × $0.50), logs and
 * metrics 2. What stores data or routes runs at all hours; only the task stops.
 */
export default defineDeployment({
  name: 'dev',
  aws: { region: 'us-east-1' },
  tags: { stage: 'dev' },

  image: 'bundled',
  // The same target as production, so that a faulty task definition fails here first.
  targets: { fargate: { cpu: 256, memoryMiB: 1024, tasks: { min: 1, max: 1 } } },
  live: 'fargate',
  // Ten hours on five days are 30 % of a week, which saves $6 of the $9 that a task costs.
  schedule: { timeZone: 'UTC', days: 'weekdays', start: 7, stop: 17 },

  database: {
    instance: 't4g.micro',
    // A standby costs $14 a month more. Without it, a failed zone stops the tests for a day at most.
    multiAz: false,
    backupRetentionDays: 1,
    deletionProtection: { enabled: false, optOutReason: 'holds made-up data, rebuilt by the seed job' },
  },
  cache: 'none',
  // Production uses a Chroma server. Both find the nearest products by meaning.
  vectors: 'embedded',

  ai: { model: 'global.anthropic.claude-haiku-5-5', monthlyTokenBudget: 2_000_000 },
  edge: { waf: { enabled: false, optOutReason: 'no real customers or data; $11 a month of a small budget' } },
  network: { egress: 'nat-instance', flowLogRetentionDays: 7 },
  logs: { retentionDays: 7 },
  // Only the alarms that need somebody at once. The schedule mutes them while no task runs.
  alarms: {
    leastSeverity: 'page',
    canaryMinutes: { enabled: false, optOutReason: 'it visits at night as well, when no task runs' },
    overrides: {
      'availability-burn': {
        enabled: false,
        optOutReason: 'too few requests for a share of them; shop-down finds an outage',
      },
      'release-rolled-back-by-alarm': {
        enabled: false,
        optOutReason: 'too few requests to judge a release by; ECS still rolls back when tasks fail',
      },
    },
  },
  // Half above the usual costs, which leaves room for Claude.
  budgetUsd: 75,
});
