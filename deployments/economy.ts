import { defineDeployment } from '../lib/deployment';

/**
 * The whole shop with Chroma, cache, CDN and firewall on one EC2 instance and the smallest database. For a
 * budget that matters more than an hour of downtime after the failure of a zone.
 *
 * USD a month in us-east-1 with little traffic, at list prices, without Claude:
 *
 *     24.53  one t4g.medium: $0.0336 × 730 h
 *      2.40  its volume: 30 GB × $0.08
 *     17.59  load balancer: ($0.0225 + 0.2 units × $0.008) × 730 h; internal, so without public addresses
 *     13.98  database: $0.016 × 730 h + 20 GB × $0.115; backups up to its size are free
 *      9.34  cache: $0.0128 × 730 h
 *     11.22  NAT instance: ($0.0042 + $0.005 for its address) × 730 h + 30 GB × $0.08 + 7 metrics × $0.30
 *     11.00  firewall: $5 + 6 rules × $1
 *      2.60  key and secrets: 1 key × $1 + 4 secrets × $0.40
 *      0.80  file system and private name of Chroma: 1 GB × $0.30 + $0.50
 *      1.50  logs: 3 GB × $0.50
 *      1.50  alarms: 10 metrics × $0.10 + 1 composite alarm × $0.50
 *      0.45  nightly exports, image, static files
 *     96.91  in total; an economical shop may cost 60 to 100
 *
 * Without cache and firewall it costs $77. A Savings Plan for one year saves $7. The tasks may use 0.75 vCPU
 * together, and a t4g.medium earns CPU credits for 0.4 vCPU. So a month under full load adds at most
 * (0.75 − 0.4) × $0.04 × 730 h = $10.
 */
export default defineDeployment({
  name: 'economy',
  aws: { region: 'us-east-1' },

  image: 'bundled',
  targets: {
    ec2: {
      instanceType: 't4g.medium',
      // A second instance costs $27 more and survives the failure of a zone. One is replaced within minutes.
      instances: 1,
      cpu: 256,
      memoryMiB: 512,
      // Two tasks and the first of a new version need 3 × 512 MiB. With 2048 MiB for Chroma this is 3584
      // of the 3686 MiB that ECS can use.
      tasks: { min: 1, max: 2 },
    },
  },
  live: 'ec2',
  // The shop's own metrics cost up to $5.70 a month. Its log has each request and each answer of Claude.
  container: { environment: { METRICS: 'off' } },

  database: {
    instance: 't4g.micro',
    // A standby costs $14 more, and does not help without a second instance. After the failure of a zone
    // the shop is down until the database is restored in another zone.
    multiAz: false,
    backupRetentionDays: 14,
    // Three tasks during a release × (10 + 15) + 15 reserved = 90, the limit of a db.t4g.micro.
    pool: { connections: 10, overflow: 15 },
  },
  // Two tasks share rate limits and chat conversations through it. A replica costs $9 more; without it,
  // both are lost when the node fails.
  cache: { node: 't4g.micro', multiAz: false },
  vectors: 'chroma',

  ai: { model: 'global.anthropic.claude-haiku-5-5', monthlyTokenBudget: 5_000_000 },
  network: { egress: 'nat-instance', flowLogRetentionDays: 30 },
  logs: { retentionDays: 30 },
  // Only the alarms that need somebody at once.
  alarms: {
    leastSeverity: 'page',
    canaryMinutes: {
      enabled: false,
      optOutReason: 'it costs $0.88 a month; no-healthy-tasks finds an outage',
    },
    overrides: {
      'availability-burn': {
        enabled: false,
        optOutReason: 'they cost $1.70 a month; edge-server-errors counts the errors as well',
      },
      'release-rolled-back-by-alarm': {
        enabled: false,
        optOutReason: 'they cost $1.00 a month; ECS still rolls back when tasks fail',
      },
    },
  },
  budgetUsd: 100,

  // Add:
  //   aws: account, so that a deployment to another account fails
  //   domain: { name: 'shop.example.com', hostedZoneId: 'Z…' }
  //   targets.ec2: spotMaxPriceShare: 0.6 saves $10 or more a month, for a shop that may be down at times
});
