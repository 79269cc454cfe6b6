import { defineDeployment } from '../lib/deployment';

/**
 * The least that runs a real shop, in any account: ECS Express Mode, one small database, CloudFront and
 * its firewall in front.
 *
 * USD a month in us-east-1 with little traffic, without what Claude costs:
 *
 *      8.51  a task on ARM64: (0.25 vCPU × $0.03238 + 1 GB × $0.00356) × 730 h
 *     17.60  Express's load balancer: ($0.0225 + 0.2 units × $0.008) × 730 h; inside the VPC, so no public addresses
 *     13.98  database: $0.016 × 730 h + 20 GB × $0.115; backups up to its size are free
 *      9.46  NAT instance: ($0.0042 + $0.005 for its address) × 730 h + 8 GB × $0.08 + 7 metrics × $0.30
 *     11.00  firewall: $5 + 6 rules × $1 at CloudFront
 *      2.20  one key, three secrets × $0.40
 *      4.50  3 GB of logs × $0.50, ten metrics × $0.30
 *      0.40  nightly exports, image, static files, Express's alarms; CloudFront's first TB is free
 *     67.65  of the 40 to 75 an MVP may cost
 */
export default defineDeployment({
  name: 'mvp-express',
  aws: { region: 'us-east-1' },

  image: 'bundled',
  targets: {
    express: {
      cpu: 256,
      memoryMiB: 1024,
      // One, as without a cache each would count a client's requests for itself. ECS puts another in
      // its place when it fails, and starts a new version beside it.
      tasks: { min: 1, max: 1 },
    },
  },
  live: 'express',

  // A standby would be $14 more. Without one, a failed zone is an outage until the database is
  // restored in another, from backups that are five minutes old at most.
  database: {
    instance: 't4g.micro',
    multiAz: false,
    backupRetentionDays: 14,
    // 25 for a task leaves room for the two of a production target beside it, so moving there needs no
    // larger database, whose change would interrupt for a minute or two.
    pool: { connections: 10, overflow: 15 },
  },
  // The smallest is $9 more; worth it with the second task.
  cache: 'none',
  vectors: 'embedded',

  ai: { model: 'global.anthropic.claude-haiku-5-5', monthlyTokenBudget: 5_000_000 },
  network: { egress: 'nat-instance', flowLogRetentionDays: 30 },
  logs: { retentionDays: 30 },

  // Yours to add:
  //   aws: account, so that nobody deploys to another by mistake
  //   domain: { name: 'shop.example.com', hostedZoneId: 'Z…' }
});
