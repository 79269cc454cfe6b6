import { defineDeployment } from '../lib/deployment';

/**
 * The smallest real shop on App Runner: one small database, CloudFront and its firewall. App Runner is for
 * accounts that used it before 2026-04-30; mvp-express.ts is the same for other accounts.
 *
 * USD a month in us-east-1 with little traffic, without Claude:
 *
 *      9.00  App Runner: 1 GB × $0.007 × 730 h + 0.25 vCPU × $0.064 × 243 h; with requests in 8 hours a day
 *     13.98  database: $0.016 × 730 h + 20 GB × $0.115; backups up to its size are free
 *     11.22  NAT instance: ($0.0042 + $0.005 for its address) × 730 h + 30 GB × $0.08 + 7 metrics × $0.30
 *     17.00  firewalls: 2 × $5 + 7 rules × $1; six rules at CloudFront, one at App Runner
 *      2.60  key and secrets: 1 key × $1 + 4 secrets × $0.40
 *      1.50  logs: 3 GB × $0.50
 *      6.58  alarms and canary: 42 metrics × $0.10 + 3 composite alarms × $0.50 + 730 runs × $0.0012
 *      0.20  nightly exports, image, static files; the first TB of CloudFront is free
 *     62.08  in total; an MVP may cost 40 to 75
 *     69.87  in total with requests in every hour: 62.08 + 0.25 vCPU × $0.064 × 487 h
 */
export default defineDeployment({
  name: 'mvp',
  aws: { region: 'us-east-1' },

  image: 'bundled',
  targets: {
    apprunner: {
      cpu: 256,
      memoryMiB: 1024,
      // One instance, because without a cache each instance counts the requests of a client on its own.
      // App Runner replaces a failed instance, and starts a new version next to the old one.
      instances: { min: 1, max: 1, concurrency: 80 },
      // If your account has App Runner, add acknowledgeClosed: true.
    },
  },
  live: 'apprunner',
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
  // The smallest cache costs $9 more. Add it with the second instance.
  cache: 'none',
  vectors: 'embedded',

  ai: { model: 'global.anthropic.claude-haiku-5-5', monthlyTokenBudget: 5_000_000 },
  network: { egress: 'nat-instance', flowLogRetentionDays: 30 },
  logs: { retentionDays: 30 },
  alarms: {
    overrides: {
      'latency-burn': {
        enabled: false,
        optOutReason: 'one instance: latency-p95 tells enough, and these cost $1.40 a month',
      },
    },
  },
  budgetUsd: 75,

  // Add:
  //   aws: account, so that a deployment to another account fails
  //   domain: { name: 'shop.example.com', hostedZoneId: 'Z…' }
});
