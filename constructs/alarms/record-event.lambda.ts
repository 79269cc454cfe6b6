import { z } from 'zod';
import { deploymentDimension } from '../../app-image/contract/metrics';
import { operationsNamespace } from './operations-metrics';

/** What a rule of `EventRecord` hands over. */
const recorded = z.object({
  /** Metric that counts the event. */
  metric: z.string(),
  time: z.string(),
  source: z.string(),
  detailType: z.string(),
  resources: z.array(z.string()),
  detail: z.record(z.string(), z.unknown()),
});

/** Longer reasons are cut: a dashboard shows one line. */
const mostCharacters = 500;

/**
 * The log line of an event, which is also a metric with the value 1, in CloudWatch's Embedded Metric Format.
 * It has only the fields that are listed here: CloudTrail's events also say who called from which address.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 *
 * @param now milliseconds since 1970; the metric's time, because an alarm does not look back to the time of an
 *   event that came late
 * @throws when the event is not what a rule of `EventRecord` sends
 */
export function lineFor(event: unknown, deployment: string, now: number): Readonly<Record<string, unknown>> {
  const { metric, time, source, detailType, resources, detail } = recorded.parse(event);
  return {
    _aws: {
      Timestamp: now,
      CloudWatchMetrics: [
        {
          Namespace: operationsNamespace,
          Dimensions: [[deploymentDimension]],
          Metrics: [{ Name: metric, Unit: 'Count' }],
        },
      ],
    },
    [deploymentDimension]: deployment,
    [metric]: 1,
    change: metric,
    time,
    source,
    detailType,
    resource: firstText(
      resources[0],
      detail.SourceArn,
      field(detail.additionalEventData, 'SecretId'),
      detail.resourceArn,
      detail.backupVaultArn,
    ),
    reason: [
      firstText(
        detail.reason,
        detail.stoppedReason,
        detail.Message,
        detail.statusMessage,
        detail.errorMessage,
        detail.state,
      ),
      ...exitCodes(detail.containers),
    ]
      .filter(Boolean)
      .join(', ')
      .slice(0, mostCharacters),
  };
}

function exitCodes(containers: unknown): string[] {
  if (!Array.isArray(containers)) return [];
  return containers.flatMap((container: unknown) => {
    const code = field(container, 'exitCode');
    const name = field(container, 'name');
    return typeof code === 'number'
      ? [`${typeof name === 'string' ? name : 'container'} exited with ${code}`]
      : [];
  });
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined;
}

function firstText(...values: readonly unknown[]): string {
  return values.find((value): value is string => typeof value === 'string' && value !== '') ?? '';
}

/**
 * Writes to stdout, not to the console: with JSON logs Lambda wraps what the console writes, and CloudWatch finds
 * no metric in it. https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html
 */
export function handler(event: unknown): Promise<void> {
  const line = JSON.stringify(lineFor(event, process.env.DEPLOYMENT ?? '', Date.now()));
  return new Promise((done, failed) =>
    process.stdout.write(`${line}\n`, (problem) => (problem ? failed(problem) : done())),
  );
}
