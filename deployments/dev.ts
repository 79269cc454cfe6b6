import { defineDeployment } from '../lib/deployment';

/**
 * Where the team tries things: built like production, small, asleep at night and at weekends. What it
 * switches off says why, and each of these lines shows in review.
 */
export default defineDeployment({
  name: 'dev',
  aws: { region: 'us-east-1' },
  tags: { stage: 'dev' },

  image: 'bundled',
  // The target of production, so that a task definition is tried where it fails cheaply.
  targets: { fargate: { cpu: 256, memoryMiB: 1024, tasks: { min: 1, max: 1 }, exec: true } },
  live: 'fargate',
  // Ten hours on five days are 30 % of a week.
  schedule: { timeZone: 'UTC', days: 'weekdays', start: 7, stop: 17 },

  database: {
    instance: 't4g.micro',
    // A failed zone costs a day of trying things, a standby $14 a month.
    multiAz: false,
    backupRetentionDays: 1,
    deletionProtection: { enabled: false, optOutReason: 'holds made-up data, rebuilt by the seed job' },
  },
  cache: 'none',
  // In production Chroma has a server of its own; searches give the same answers either way.
  vectors: 'embedded',

  ai: { model: 'global.anthropic.claude-haiku-5-5', monthlyTokenBudget: 2_000_000 },
  edge: { waf: { enabled: false, optOutReason: 'no real customers or data; $11 a month of a small budget' } },
  network: { egress: 'nat-instance', flowLogRetentionDays: 7 },
  logs: { retentionDays: 7 },
});
