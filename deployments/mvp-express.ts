import { defineDeployment } from '../lib/deployment';

/**
 * The smallest real shop for any account: ECS Express Mode, one small database, CloudFront and its firewall.
 *
 * USD a month in us-east-1 with little traffic, without Claude:
 *
 *      8.51  one task on ARM64: (0.25 vCPU × $0.03238 + 1 GB × $0.00356) × 730 h
 *     17.59  load balancer of Express: ($0.0225 + 0.2 units × $0.008) × 730 h; internal, so without public addresses
 *     13.98  database: $0.016 × 730 h + 20 GB × $0.115; backups up to its size are free
 *     11.22  NAT instance: ($0.0042 + $0.005 for its address) × 730 h + 30 GB × $0.08 + 7 metrics × $0.30
 *     11.00  firewall: $5 + 6 rules × $1
 *      2.20  key and secrets: 1 key × $1 + 3 secrets × $0.40
 *      1.50  logs: 3 GB × $0.50
 *      7.08  alarms and canary: 47 metrics × $0.10 + 3 composite alarms × $0.50 + 730 runs × $0.0012
 *      0.40  nightly exports, image, static files, the alarm of Express; the first TB of CloudFront is free
 *     73.48  in total; an MVP may cost 40 to 75
 */
export default defineDeployment({
  name: 'mvp-express',
  aws: { region: 'us-east-1' },

  image: 'bundled',
  targets: {
    express: {
      cpu: 256,
      memoryMiB: 1024,
      // One task, because without a cache each task counts the requests of a client on its own. ECS
      // replaces a failed task, and starts a new version next to the old one.
      tasks: { min: 1, max: 1 },
    },
  },
  live: 'express',
  // The shop's own metrics cost up to $5.70 a month. Its log has each request and each answer of Claude.
  container: { environment: { METRICS: 'off' } },

  // A standby costs $14 more. Without it, the shop is down after the failure of a zone until the database
  // is restored in another zone, usually with the data of five minutes before.
  database: {
    instance: 't4g.micro',
    multiAz: false,
    backupRetentionDays: 14,
    // 25 connections per task leave room for two tasks of Fargate during a move, so the move needs no
    // larger database, which would interrupt the shop for a minute or two.
    pool: { connections: 10, overflow: 15 },
  },
  // The smallest cache costs $9 more. Add it with the second task.
  cache: 'none',
  vectors: 'embedded',

  ai: { model: 'global.anthropic.claude-haiku-5-5', monthlyTokenBudget: 5_000_000 },
  network: { egress: 'nat-instance', flowLogRetentionDays: 30 },
  logs: { retentionDays: 30 },
  alarms: {
    overrides: {
      'latency-burn': {
        enabled: false,
        optOutReason: 'one task: latency-p95 tells enough, and these cost $1.40 a month',
      },
    },
  },
  budgetUsd: 75,

  // Add:
  //   aws: account, so that a deployment to another account fails
  //   domain: { name: 'shop.example.com', hostedZoneId: 'Z…' }
});
