import type { AlarmName } from '../../../lib/alarms/registry';
import { perMinute, silence, steady, type Feed, type Stream } from '../world';

/** What goes wrong, for one alarm. */
export interface Failure {
  /** What is published from the failure on, in place of the healthy data. */
  readonly feeds: (start: number) => readonly Feed[];
  /** The alarm must be on so many minutes after the failure. */
  readonly withinMinutes: number;
}

const feed = (
  namespace: string,
  metricName: string,
  stream: Stream,
  dimensions: Readonly<Record<string, unknown>> = {},
): Feed => ({ namespace, metricName, stream, dimensions });

const alb = 'AWS/ApplicationELB';
const operations = 'InsightShop/Operations';

const failure = (withinMinutes: number, ...feeds: readonly Feed[]): Failure => ({
  feeds: () => feeds,
  withinMinutes,
});

const counted = (eventsAMinute: number): Stream =>
  perMinute(() => ({ values: [1], counts: [eventsAMinute] }));

/** Something happens at these minutes of the failure. */
const happens = (metric: string, withinMinutes: number, ...minutes: readonly number[]): Failure => ({
  withinMinutes,
  feeds: (start) => [
    feed(
      operations,
      metric,
      perMinute((time) => (minutes.includes((time - start) / 60) ? [1] : undefined)),
    ),
  ],
});

/** A fifth of 60 requests a minute fails. */
const errors = (withinMinutes: number): Failure =>
  failure(
    withinMinutes,
    feed(alb, 'RequestCount', counted(60)),
    feed(alb, 'HTTPCode_Target_5XX_Count', counted(12)),
    feed('AWS/AppRunner', 'Requests', counted(60)),
    feed('AWS/AppRunner', '5xxStatusResponses', counted(12)),
  );

/** Each of 60 requests a minute takes so many seconds. */
const slow = (withinMinutes: number, seconds = 0.5): Failure => {
  const answers = (factor: number) => perMinute(() => ({ values: [seconds * factor], counts: [60] }));
  return failure(
    withinMinutes,
    feed(alb, 'RequestCount', counted(60)),
    feed(alb, 'TargetResponseTime', answers(1)),
    feed('AWS/AppRunner', 'Requests', counted(60)),
    feed('AWS/AppRunner', 'RequestLatency', answers(1000)),
  );
};

const gibibyte = 1024 ** 3;
const database = (metric: string, value: number, withinMinutes: number): Failure =>
  failure(withinMinutes, feed('AWS/RDS', metric, steady(value)));
const cache = (metric: string, value: number, withinMinutes: number): Failure =>
  failure(withinMinutes, feed('AWS/ElastiCache', metric, steady(value)));
const budget = (percent: number): Failure =>
  failure(3, feed('InsightShop', 'TokenBudgetPercent', steady(percent)));

/** ECS: the service itself, not Chroma. */
const service = { ServiceName: /^(?!.*Chroma)/ };
const chroma = { ServiceName: /Chroma/ };

const shopStops = [
  feed(alb, 'HealthyHostCount', steady(0)),
  feed('AWS/ECS', 'CPUUtilization', silence, service),
  feed('AWS/AppRunner', 'MemoryUtilization', silence),
];

/** For each alarm its own failure. A new alarm needs an entry here. */
export const failures: Readonly<Record<AlarmName, Failure>> = {
  'canary-failed': failure(125, feed('CloudWatchSynthetics', 'SuccessPercent', steady(0))),

  // App Runner counts only instances that answer, so there requests must come.
  'no-healthy-tasks': failure(
    8,
    ...shopStops,
    feed('AWS/AppRunner', 'Requests', counted(60)),
    feed('AWS/AppRunner', 'ActiveInstances', silence),
  ),
  'service-unmeasured': failure(10, ...shopStops),
  'latency-p95': slow(20),
  'unhealthy-hosts': failure(8, feed(alb, 'UnHealthyHostCount', steady(1))),
  'tasks-below-desired': failure(20, feed('AWS/ECS', 'CPUUtilization', steady(50), service)),
  'service-cpu': failure(
    20,
    feed('AWS/ECS', 'CPUUtilization', steady(97), service),
    feed('AWS/AppRunner', 'CPUUtilization', steady(97)),
  ),
  'service-memory': failure(
    20,
    feed('AWS/ECS', 'MemoryUtilization', steady(95)),
    feed('AWS/AppRunner', 'MemoryUtilization', steady(95)),
  ),
  'task-restarts': happens('TaskFailed', 15, 0, 5, 12),
  'latency-unmeasured': failure(
    8,
    feed(alb, 'RequestCount', counted(60)),
    feed(alb, 'TargetResponseTime', silence),
    feed('AWS/AppRunner', 'Requests', counted(60)),
    feed('AWS/AppRunner', 'RequestLatency', silence),
  ),

  'availability-fast-long': errors(15),
  'availability-fast-short': errors(5),
  'availability-medium-long': errors(20),
  'availability-medium-short': errors(5),
  'availability-slow-long': errors(30),
  'availability-slow-short': errors(10),
  'availability-burn': errors(20),
  'availability-slow-burn': errors(30),
  // The budget of slow requests is 5 %, so most requests of a window must be slow.
  'latency-fast-long': slow(60),
  'latency-fast-short': slow(10),
  'latency-medium-long': slow(150),
  'latency-medium-short': slow(20),
  'latency-slow-long': slow(240),
  'latency-slow-short': slow(30),
  'latency-burn': slow(60),

  'edge-server-errors': failure(
    20,
    feed('AWS/CloudFront', '5xxErrorRate', steady(10)),
    feed('AWS/CloudFront', 'Requests', counted(60)),
  ),
  'edge-client-errors': failure(
    40,
    feed('AWS/CloudFront', '4xxErrorRate', steady(80)),
    feed('AWS/CloudFront', 'Requests', counted(60)),
  ),
  'firewall-surge': failure(20, feed('AWS/WAFV2', 'BlockedRequests', counted(500))),
  'certificate-expiry': failure(5, feed('AWS/CertificateManager', 'DaysToExpiry', steady(29))),

  'release-server-errors': errors(5),
  'release-latency': slow(5, 1.5),
  'release-rolled-back-by-alarm': errors(5),
  'deployment-failed': happens('DeploymentFailed', 3, 0),
  'migration-failed': happens('MigrationFailed', 3, 0),
  'export-failed': happens('ExportFailed', 3, 0),
  'export-missing': failure(31 * 60, feed(operations, 'ExportCompleted', silence)),
  'backup-missing': failure(31 * 60, feed(operations, 'DatabaseBackedUp', silence)),
  'rotation-failed': failure(3, feed('AWS/Lambda', 'Errors', steady(1))),

  'database-unavailable': failure(8, feed('AWS/RDS', 'CPUUtilization', silence)),
  'database-cpu': database('CPUUtilization', 97, 20),
  'database-connections': database('DatabaseConnections', 10_000, 8),
  'database-storage': database('FreeStorageSpace', 0.4 * gibibyte, 20),
  // A gibibyte a day.
  'database-storage-days': {
    withinMinutes: 3 * 1440,
    feeds: (start) => [
      feed(
        'AWS/RDS',
        'FreeStorageSpace',
        perMinute((time) => [(12 - (time - start) / 86_400) * gibibyte]),
      ),
    ],
  },
  'database-memory': database('FreeableMemory', 10 * 1024 ** 2, 20),
  'database-failovers': happens('DatabaseFailover', 185, 0, 180),

  'cache-memory': cache('DatabaseMemoryUsagePercentage', 97, 20),
  'cache-evictions': cache('Evictions', 100, 20),
  'cache-cpu': cache('EngineCPUUtilization', 97, 20),
  // The primary moves to the other node, and back three hours later.
  'cache-failovers': {
    withinMinutes: 190,
    feeds: (start) => [
      feed(
        'AWS/ElastiCache',
        'IsMaster',
        perMinute((time) => [time - start < 10_800 ? 0 : 1]),
      ),
    ],
  },

  'vector-files-throughput': failure(20, feed('AWS/EFS', 'MeteredIOBytes', steady(6e9))),
  'chroma-down': failure(10, feed('AWS/ECS', 'CPUUtilization', silence, chroma)),
  'chroma-writers': failure(
    5,
    feed(
      'AWS/ECS',
      'CPUUtilization',
      perMinute(() => [5, 6]),
      chroma,
    ),
  ),

  'chat-throttled': failure(20, feed('InsightShop', 'ChatThrottles', counted(5))),
  'chat-errors': failure(20, feed('InsightShop', 'ChatErrors', counted(5))),
  'token-budget-50': budget(55),
  'token-budget-80': budget(85),
  'token-budget-100': budget(105),

  'alarm-undelivered': failure(5, feed('AWS/SQS', 'ApproximateNumberOfMessagesVisible', steady(1))),

  // Each alarm of it alone is enough.
  'shop-down': failure(8, ...shopStops),
};
