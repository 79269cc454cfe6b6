import {
  Duration,
  aws_cloudwatch as cloudwatch,
  aws_events as events,
  aws_events_targets as targets,
  type aws_lambda as lambda,
  type aws_logs as logs,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { Handler } from '../lambda/handler';
import { deploymentDimension } from '../../app-image/contract/metrics';
import { operationsNamespace } from './operations-metrics';

export interface EventRecordProps {
  /** Name of the deployment. */
  readonly deployment: string;
  readonly logs: LogSettings;
}

/**
 * Writes a line for each event that changes the deployment, and counts it in a metric. CloudWatch bills a metric
 * for the hours in which it has a value ($0.30 for a full month), and 0.5 KB of log a line, so that ten events
 * a month cost less than $0.01.
 */
export class EventRecord extends Construct {
  /** One line of JSON an event, with `change`, `time`, `source`, `detailType`, `resource` and `reason`. */
  readonly logGroup: logs.ILogGroup;
  /** Every metric of events, by name. */
  readonly counted = new Map<string, cloudwatch.Metric>();
  private readonly recorder: lambda.Function;
  private readonly deployment: string;

  constructor(scope: Construct, id: string, props: EventRecordProps) {
    super(scope, id);
    this.deployment = props.deployment;
    this.recorder = new Handler(this, 'Handler', {
      logs: props.logs,
      name: 'record-event',
      description: 'Writes and counts events that change the deployment',
      timeout: Duration.seconds(10),
      environment: { DEPLOYMENT: props.deployment },
      isCustomResource: false,
    });
    this.logGroup = this.recorder.logGroup;
  }

  /**
   * Counts what matches one of the patterns; event-patterns.ts has those of each service.
   *
   * @param name of the metric, in upper camel case, such as `DeploymentFailed`; once only
   * @returns the events in a period of five minutes
   * @throws when the name is not in upper camel case or there is no pattern
   */
  metric(name: string, ...patterns: readonly events.EventPattern[]): cloudwatch.Metric {
    if (!/^[A-Z][A-Za-z0-9]+$/.test(name) || patterns.length === 0)
      throw new Error(
        `A metric of events needs a name in upper camel case and a pattern: ${name}, ${patterns.length} patterns.`,
      );
    for (const [index, pattern] of patterns.entries())
      this.count(name, index === 0 ? name : `${name}${index + 1}`, pattern);
    const metric = new cloudwatch.Metric({
      namespace: operationsNamespace,
      metricName: name,
      dimensionsMap: { [deploymentDimension]: this.deployment },
      statistic: 'Sum',
      period: Duration.minutes(5),
    });
    this.counted.set(name, metric);
    return metric;
  }

  private count(metric: string, id: string, eventPattern: events.EventPattern): void {
    new events.Rule(this, id, {
      description: `Counts ${metric} of ${this.deployment}`,
      eventPattern,
      targets: [
        new targets.LambdaFunction(this.recorder, {
          event: events.RuleTargetInput.fromObject({
            metric,
            time: events.EventField.time,
            source: events.EventField.source,
            detailType: events.EventField.detailType,
            resources: events.EventField.fromPath('$.resources'),
            detail: events.EventField.fromPath('$.detail'),
          }),
        }),
      ],
    });
  }
}
