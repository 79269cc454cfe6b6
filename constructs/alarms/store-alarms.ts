import { aws_cloudwatch as cloudwatch, type Duration } from 'aws-cdk-lib';
import { maxConnections } from '../../lib/sizes/database-instances';
import type { DatabaseSettings } from '../../lib/deployment/schema/database';
import { ecsMetrics } from '../ecs/service-metrics';
import type { CacheEndpoint, DatabaseEndpoint } from '../stores';
import type { EcsServiceName } from '../target';
import type { AlarmSet } from './alarm-set';

const mebibyte = 1024 ** 2;

export interface DatabaseAlarmProps {
  readonly endpoint: DatabaseEndpoint;
  readonly instance: DatabaseSettings['instance'];
  /** Failovers that were completed. */
  readonly failovers: cloudwatch.Metric;
}

/** Alarms on PostgreSQL. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html */
export function databaseAlarms(
  alarms: AlarmSet,
  { endpoint, instance, failovers }: DatabaseAlarmProps,
): void {
  const metric = (metricName: string, statistic = 'Average') =>
    new cloudwatch.Metric({
      namespace: 'AWS/RDS',
      metricName,
      dimensionsMap: { DBInstanceIdentifier: endpoint.instance.identifier },
      statistic,
    });
  const over = (expression: string, value: cloudwatch.Metric, label: string) => (period: Duration) =>
    new cloudwatch.MathExpression({ expression, usingMetrics: { value }, label, period });

  alarms.raise('database-unavailable', (period) => metric('CPUUtilization', 'SampleCount').with({ period }));
  alarms.raise('database-cpu', (period) => metric('CPUUtilization').with({ period }));
  alarms.raise(
    'database-connections',
    over(
      `100 * value / ${maxConnections(instance)}`,
      metric('DatabaseConnections', 'Maximum'),
      'Connections in use, in percent',
    ),
  );
  alarms.raise(
    'database-storage',
    over(`value / ${mebibyte}`, metric('FreeStorageSpace'), 'Free storage in MiB'),
  );
  alarms.raise(
    'database-storage-days',
    // Storage that grows by itself makes the difference positive for a day, which counts as plenty.
    over(
      'IF(DIFF(value) < 0, value / (0 - DIFF(value)), 9999)',
      metric('FreeStorageSpace', 'Minimum'),
      'Days left',
    ),
  );
  alarms.raise(
    'database-memory',
    over(`value / ${mebibyte}`, metric('FreeableMemory'), 'Free memory in MiB'),
  );
  alarms.raise('database-failovers', (period) => failovers.with({ period }));
}

/** Alarms on Valkey. https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.Redis.html */
export function cacheAlarms(alarms: AlarmSet, { nodes }: CacheEndpoint): void {
  const onNode = (node: string, metricName: string, statistic: string) =>
    new cloudwatch.Metric({
      namespace: 'AWS/ElastiCache',
      metricName,
      dimensionsMap: { CacheClusterId: node },
      statistic,
    });
  /** The worse of the nodes: either may be the primary. */
  const worst = (metricName: string, statistic: string) => (period: Duration) => {
    const named = Object.fromEntries(
      nodes.map((node, index) => [`node${index + 1}`, onNode(node, metricName, statistic)]),
    );
    const [only, ...others] = Object.values(named);
    if (only && others.length === 0) return only.with({ period });
    return new cloudwatch.MathExpression({
      expression: `MAX([${Object.keys(named).join(', ')}])`,
      usingMetrics: named,
      label: metricName,
      period,
    });
  };
  const [first] = nodes;
  // A replica holds the data of the primary, so one node tells the memory of both.
  if (first !== undefined)
    alarms.raise('cache-memory', (period) =>
      onNode(first, 'DatabaseMemoryUsagePercentage', 'Maximum').with({ period }),
    );
  alarms.raise('cache-evictions', worst('Evictions', 'Sum'));
  alarms.raise('cache-cpu', worst('EngineCPUUtilization', 'Average'));
  if (first !== undefined)
    alarms.raise(
      'cache-failovers',
      (period) =>
        new cloudwatch.MathExpression({
          expression: 'ABS(DIFF(primary))',
          usingMetrics: { primary: onNode(first, 'IsMaster', 'Maximum') },
          label: 'Changes of the primary',
          period,
        }),
    );
}

export interface VectorAlarmProps {
  readonly fileSystemId: string;
  readonly chroma: EcsServiceName;
}

/** Alarms on Chroma and its files. https://docs.aws.amazon.com/efs/latest/ug/efs-metrics.html */
export function vectorAlarms(alarms: AlarmSet, { fileSystemId, chroma }: VectorAlarmProps): void {
  const files = (metricName: string, statistic: string) =>
    new cloudwatch.Metric({
      namespace: 'AWS/EFS',
      metricName,
      dimensionsMap: { FileSystemId: fileSystemId },
      statistic,
    });
  const { runningTasks } = ecsMetrics(chroma);
  alarms.raise(
    'vector-files-throughput',
    (period) =>
      new cloudwatch.MathExpression({
        expression: '100 * (moved / PERIOD(moved)) / permitted',
        usingMetrics: {
          moved: files('MeteredIOBytes', 'Sum'),
          permitted: files('PermittedThroughput', 'Average'),
        },
        label: 'Throughput in percent of what is permitted',
        period,
      }),
  );
  alarms.raise('chroma-down', (period) => runningTasks.with({ period }));
  alarms.raise('chroma-writers', (period) => runningTasks.with({ period }));
}
