import { defineDeployment } from '../lib/deployment';

/**
 * Everything on: two zones, standby database, cache, CDN, firewall, Chroma. It synthesizes as it
 * stands, in any account; what is yours to add is marked at the end.
 */
export default defineDeployment({
  name: 'production',
  aws: { region: 'us-east-1' },

  image: 'bundled',
  targets: {
    fargate: {
      cpu: 256,
      memoryMiB: 1024,
      // Two, so that one zone may fail. Scaling aims at 60 % CPU and 1000 requests a minute and task.
      tasks: { min: 2, max: 10 },
      // Old tasks leave only after new ones are healthy; an alarm or two failed starts roll back.
      rollout: 'rolling',
    },
  },
  live: 'fargate',

  database: {
    instance: 't4g.small',
    multiAz: true,
    // 10 tasks × (10 + 6) + 15 kept free = 175 of the 180 connections a db.t4g.small takes. An
    // overflow of 20 for ten tasks wants 315 and with it a db.t4g.medium, $47 a month more.
    pool: { connections: 10, overflow: 6, recycleSeconds: 3600 },
  },
  cache: { node: 't4g.micro', multiAz: true },
  vectors: 'chroma',

  // `global.` may process a request in any region. Where data must stay, say us., eu. or another.
  ai: { model: 'global.anthropic.claude-haiku-5-5', monthlyTokenBudget: 20_000_000 },

  edge: {
    cdn: true,
    waf: { requestsPer5Minutes: 2000, chatRequestsPerMinute: 30 },
    // CloudFront reaches the load balancer inside the VPC; nothing else can.
    loadBalancer: 'internal',
  },
  network: { egress: 'nat' },

  // Yours to add:
  //   aws: account, so that nobody deploys to another by mistake
  //   domain: { name: 'shop.example.com', aliases: ['www.shop.example.com'], hostedZoneId: 'Z…' }
});
