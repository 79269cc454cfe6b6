import { defineDeployment } from '../lib/deployment';

/**
 * The whole shop – Chroma, cache, CDN and firewall – on one instance of its own and the smallest
 * database, for a budget that matters more than the hour a zone's failure would cost.
 *
 * USD a month in us-east-1 with little traffic, at list prices, without what Claude costs:
 *
 *     24.53  one t4g.medium: $0.0336 × 730 h
 *      2.40  its volume: 30 GB × $0.08
 *     17.60  load balancer: ($0.0225 + 0.2 units × $0.008) × 730 h; inside the VPC, so no public addresses
 *     13.98  database: $0.016 × 730 h + 20 GB × $0.115; backups up to its size are free
 *      9.34  cache: $0.0128 × 730 h
 *      9.46  NAT instance: ($0.0042 + $0.005 for its address) × 730 h + 8 GB × $0.08 + 7 metrics × $0.30
 *     11.00  firewall: $5 + 6 rules × $1 at CloudFront
 *      2.60  one key, four secrets × $0.40
 *      0.80  Chroma's file system and its private name: 1 GB × $0.30 + $0.50
 *      4.50  3 GB of logs × $0.50, ten metrics × $0.30
 *      0.45  nightly exports, image, static files
 *     96.66  of the 60 to 100 an economical shop may cost
 *
 * Without cache and firewall it would be $76; with a Savings Plan for a year $7 less. The tasks may use
 * 0.75 vCPU together where a t4g.medium earns credits for 0.4, so a month under full load adds
 * (0.75 − 0.4) × $0.04 × 730 h = $10 at most.
 */
export default defineDeployment({
  name: 'economy',
  aws: { region: 'us-east-1' },

  image: 'bundled',
  targets: {
    ec2: {
      instanceType: 't4g.medium',
      // A second is $27 more and survives a zone. One is replaced by itself within minutes.
      instances: 1,
      cpu: 256,
      memoryMiB: 512,
      // Three times 512 MiB – two tasks and the first of a new version – and 2048 for Chroma are 3584
      // of the 3686 MiB there are to place.
      tasks: { min: 1, max: 2 },
    },
  },
  live: 'ec2',

  database: {
    instance: 't4g.micro',
    // A standby is $14 more, and useless without a second instance. A failed zone is an outage until
    // the database is restored in another, from backups that are five minutes old at most.
    multiAz: false,
    backupRetentionDays: 14,
    // Three tasks during a release × (10 + 15) + 15 kept free = 90, what a db.t4g.micro takes.
    pool: { connections: 10, overflow: 15 },
  },
  // Shared rate limits and sessions for the second task; a replica would be $9 more, and what is lost
  // with the node are sessions.
  cache: { node: 't4g.micro', multiAz: false },
  vectors: 'chroma',

  ai: { model: 'global.anthropic.claude-haiku-5-5', monthlyTokenBudget: 5_000_000 },
  network: { egress: 'nat-instance', flowLogRetentionDays: 30 },
  logs: { retentionDays: 30 },

  // Yours to add:
  //   aws: account, so that nobody deploys to another by mistake
  //   domain: { name: 'shop.example.com', hostedZoneId: 'Z…' }
  //   targets.ec2: spotMaxPriceShare: 0.6 saves $10 or more a month, for a shop that may rest at times
});
