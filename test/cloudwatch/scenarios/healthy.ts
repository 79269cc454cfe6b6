import { delayed, perMinute, silence, worldOf, type Feed, type Stream, type World } from '../world';
import { at, hourOf } from './clock';
import { failover, failoverRuns, releaseRuns, releases, rotation, type Traffic } from './traffic';

/** Tasks of the live target. */
const tasks = 2;
const monday = at('Mon', '00:00');
const gibibyte = 1024 ** 3;

/**
 * How late the metrics of a service can be read, in seconds: AWS gives no upper limit. CloudFront's
 * come "within minutes".
 */
const delays: Readonly<Record<string, number>> = {
  'AWS/ApplicationELB': 60,
  'AWS/AppRunner': 60,
  'AWS/CloudFront': 300,
  'AWS/ECS': 60,
  'AWS/EFS': 60,
  'AWS/ElastiCache': 60,
  'AWS/RDS': 120,
  'AWS/WAFV2': 120,
};

const feed = (
  namespace: string,
  metricName: string,
  stream: Stream,
  dimensions: Readonly<Record<string, unknown>> = {},
): Feed => ({ namespace, metricName, dimensions, stream: delayed(stream, delays[namespace] ?? 60) });

/** One value a minute. */
const gauge = (valueAt: (time: number) => number): Stream => perMinute((time) => [valueAt(time)]);
/** A number of events; without any there is no data, as the services that count have it. */
const count = (eventsAt: (time: number) => number): Stream =>
  perMinute((time) => {
    const events = eventsAt(time);
    return events > 0 ? { values: [1], counts: [events] } : undefined;
  });
const happensAt = (...times: readonly number[]): Stream => count((time) => (times.includes(time) ? 1 : 0));
const nightly = (time: string): Stream => {
  const second = at('Mon', time) - monday;
  return count((when) => (when % 86_400 === second ? 1 : 0));
};

/** Shares of the answers by their time in seconds: p95 is 0.12 s, 3 % are slower than 0.2 s. */
const answers: readonly (readonly [seconds: number, share: number])[] = [
  [0.03, 0.5],
  [0.06, 0.35],
  [0.12, 0.12],
  [0.3, 0.03],
];

/** The times of the answers of each minute, in the unit of the target. */
const answerTimes = (traffic: Traffic, unitsPerSecond: number): Stream =>
  perMinute((time) => {
    const { requests, slower } = traffic(time);
    // Few requests are fast ones.
    return {
      values: answers.map(([seconds]) => seconds * slower * unitsPerSecond),
      counts: requests < 30 ? [requests, 0, 0, 0] : answers.map(([, share]) => share * requests),
    };
  });

/** Busier with more requests; a release starts further tasks. */
const load = (traffic: Traffic, idle: number): ((time: number) => number) => {
  return (time) => Math.min(85, idle + traffic(time).requests / 5 + (releaseRuns(time) ? 20 : 0));
};

const runningTasks = (traffic: Traffic): Stream =>
  perMinute((time) => {
    const running = releaseRuns(time) ? 2 * tasks : tasks;
    return { values: [load(traffic, 10)(time)], counts: [running] };
  });

/** A database that reports every minute, but not in the minute of a failover. */
const database = (valueAt: (time: number) => number): Stream =>
  perMinute((time) => (failoverRuns(time) ? undefined : [valueAt(time)]));

function serviceFeeds(traffic: Traffic): readonly Feed[] {
  const requests = count((time) => traffic(time).requests);
  const failed = count((time) => traffic(time).failed);
  const alb = 'AWS/ApplicationELB';
  return [
    feed(alb, 'RequestCount', requests),
    feed(alb, 'HTTPCode_Target_5XX_Count', failed),
    feed(alb, 'HTTPCode_ELB_5XX_Count', silence),
    feed(alb, 'TargetResponseTime', answerTimes(traffic, 1)),
    // Of two target groups the second one is empty, which the load balancer does not report.
    feed(alb, 'HealthyHostCount', silence, { TargetGroup: /Green|Alternate|Second/ }),
    feed(alb, 'UnHealthyHostCount', silence, { TargetGroup: /Green|Alternate|Second/ }),
    feed(
      alb,
      'HealthyHostCount',
      gauge(() => tasks),
    ),
    // New tasks have not passed their health check in the first two minutes.
    feed(
      alb,
      'UnHealthyHostCount',
      gauge((time) => (releases.some((from) => time >= from && time < from + 120) ? tasks : 0)),
    ),
    feed(
      'AWS/ECS',
      'CPUUtilization',
      gauge(() => 5),
      { ServiceName: /Chroma/ },
    ),
    feed('AWS/ECS', 'CPUUtilization', runningTasks(traffic)),
    feed(
      'AWS/ECS',
      'MemoryUtilization',
      gauge(() => 55),
    ),
    feed('AWS/AppRunner', 'Requests', requests),
    feed('AWS/AppRunner', '5xxStatusResponses', failed),
    feed('AWS/AppRunner', 'RequestLatency', answerTimes(traffic, 1000)),
    feed('AWS/AppRunner', 'CPUUtilization', runningTasks(traffic)),
    feed(
      'AWS/AppRunner',
      'MemoryUtilization',
      gauge(() => 50),
    ),
    feed(
      'AWS/AppRunner',
      'ActiveInstances',
      count((time) => (traffic(time).requests > 0 ? 1 : 0)),
    ),
  ];
}

function storeFeeds(traffic: Traffic): readonly Feed[] {
  const rds = 'AWS/RDS';
  const cache = 'AWS/ElastiCache';
  return [
    feed(rds, 'CPUUtilization', database(load(traffic, 8))),
    // The new login of a rotation, and all tasks after a failover, connect at once.
    feed(
      rds,
      'DatabaseConnections',
      database((time) => (time === rotation || time === failover + 60 ? 60 : 25)),
    ),
    // 100 MB a day, and the write-ahead log of the nightly export for an hour.
    feed(
      rds,
      'FreeStorageSpace',
      database((time) => 14 * gibibyte - (time - monday) * 1200 - (hourOf(time) === 3 ? gibibyte / 2 : 0)),
    ),
    feed(
      rds,
      'FreeableMemory',
      database(() => 0.6 * gibibyte),
    ),
    feed(
      cache,
      'DatabaseMemoryUsagePercentage',
      gauge(() => 40),
    ),
    feed(
      cache,
      'Evictions',
      gauge(() => 0),
    ),
    feed(cache, 'EngineCPUUtilization', gauge(load(traffic, 2))),
    feed(
      cache,
      'IsMaster',
      gauge(() => 1),
      { CacheClusterId: /-001/ },
    ),
    feed(
      cache,
      'IsMaster',
      gauge(() => 0),
    ),
    feed(
      'AWS/EFS',
      'MeteredIOBytes',
      gauge(() => 2e6),
    ),
    feed(
      'AWS/EFS',
      'PermittedThroughput',
      gauge(() => 1e8),
    ),
  ];
}

function edgeFeeds(traffic: Traffic): readonly Feed[] {
  const percentOf = (part: (time: number) => number): Stream =>
    perMinute((time) => {
      const { requests } = traffic(time);
      return requests > 0 ? { values: [(100 * part(time)) / requests], counts: [requests] } : undefined;
    });
  return [
    feed(
      'AWS/CloudFront',
      'Requests',
      count((time) => traffic(time).requests),
    ),
    feed(
      'AWS/CloudFront',
      '5xxErrorRate',
      percentOf((time) => traffic(time).failed),
    ),
    feed(
      'AWS/CloudFront',
      '4xxErrorRate',
      percentOf((time) => traffic(time).requests * 0.04),
    ),
    // Scanners come every day.
    feed(
      'AWS/WAFV2',
      'BlockedRequests',
      count((time) => (hourOf(time) === 8 ? 30 : 0)),
    ),
    feed(
      'AWS/CertificateManager',
      'DaysToExpiry',
      perMinute((time) => (time % 43_200 === 0 ? [200] : undefined)),
    ),
  ];
}

function eventFeeds(traffic: Traffic): readonly Feed[] {
  const operations = 'InsightShop/Operations';
  const chatted = (time: number): boolean => traffic(time).requests >= 60;
  return [
    feed(operations, 'ReleaseCompleted', happensAt(...releases)),
    ...['DeploymentFailed', 'MigrationFailed', 'ExportFailed', 'BackupFailed'].map((name) =>
      feed(operations, name, silence),
    ),
    // A task that is replaced now and then.
    feed(operations, 'TaskFailed', happensAt(at('Mon', '09:00'))),
    feed(operations, 'ExportCompleted', nightly('03:10')),
    feed(operations, 'WatchStarted', silence),
    feed(
      'AWS/SQS',
      'ApproximateNumberOfMessagesVisible',
      gauge(() => 0),
    ),
    feed(operations, 'DatabaseBackedUp', nightly('04:00')),
    feed(operations, 'DatabaseFailover', happensAt(failover)),
    feed(
      'AWS/Lambda',
      'Errors',
      perMinute((time) => (time === rotation ? [0] : undefined)),
    ),
    feed('InsightShop', 'ChatThrottles', happensAt(at('Wed', '19:20'))),
    feed('InsightShop', 'ChatErrors', happensAt(failover)),
    feed(
      'InsightShop',
      'TokenBudgetPercent',
      perMinute((time) => (chatted(time) ? [20 + (time - monday) / 86_400] : undefined)),
    ),
    feed(
      'CloudWatchSynthetics',
      'SuccessPercent',
      perMinute((time) => (time % 300 === 0 ? [100] : undefined)),
    ),
  ];
}

/** A world in which nothing is wrong, with the two releases, the rotation and the failover of the week. */
export const healthy = (traffic: Traffic): World =>
  worldOf([...serviceFeeds(traffic), ...storeFeeds(traffic), ...edgeFeeds(traffic), ...eventFeeds(traffic)]);
