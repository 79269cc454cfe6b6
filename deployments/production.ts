import { defineDeployment } from '../lib/deployment';

/**
 * Everything is on: two zones, standby database, cache, CDN, firewall, Chroma. The file synthesizes
 * unchanged in any account. The end of the file says what to add.
 */
export default defineDeployment({
  name: 'production',
  aws: { region: 'us-east-1' },

  image: 'bundled',
  targets: {
    fargate: {
      cpu: 256,
      memoryMiB: 1024,
      // Two tasks, so that one zone may fail. Scaling aims at 60 % CPU and 1000 requests a minute per task.
      tasks: { min: 2, max: 10 },
      // ECS stops old tasks only after new ones are healthy. It rolls back after failed tasks: three, or
      // half of the desired count when that is more. An alarm on errors or on latency rolls it back as well.
      rollout: 'rolling',
    },
  },
  live: 'fargate',

  database: {
    instance: 't4g.small',
    multiAz: true,
    // 10 tasks × (10 + 6) + 15 reserved = 175 of the 180 connections of a db.t4g.small. An overflow of 20
    // for ten tasks needs 315 connections and so a db.t4g.medium, $47 a month more.
    pool: { connections: 10, overflow: 6, recycleSeconds: 3600 },
  },
  cache: { node: 't4g.micro', multiAz: true },
  vectors: 'chroma',

  // `global.` may process a request in any region. If data must stay in a geography, use us., eu. or another.
  ai: { model: 'global.anthropic.claude-haiku-5-5', monthlyTokenBudget: 20_000_000 },

  edge: {
    cdn: true,
    waf: { requestsPer5Minutes: 2000, chatRequestsPerMinute: 30 },
    // Only CloudFront can reach the load balancer.
    loadBalancer: 'internal',
  },
  network: { egress: 'nat' },

  // Add:
  //   aws: account, so that a deployment to another account fails
  //   domain: { name: 'shop.example.com', aliases: ['www.shop.example.com'], hostedZoneId: 'Z…' }
});
