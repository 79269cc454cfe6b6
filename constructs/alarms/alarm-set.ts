import {
  aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as actions,
  Duration,
  Stack,
  type aws_sns as sns,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { MissingData, Threshold } from '../../lib/alarms/definition';
import { describe } from '../../lib/alarms/description';
import type { Composite, MetricAlarm } from '../../lib/alarms/registry';
import type { AlarmSelection, SelectedAlarm, SelectedComposite } from '../../lib/alarms/selection';
import type { Severity } from '../../lib/deployment/schema/alarms';
import { alarmName } from '../../lib/stacks/names';

export interface AlarmSetProps {
  /** The alarms that the deployment has. */
  readonly selection: AlarmSelection;
  /** Gets the messages of the alarms. Without it the alarms have no action. */
  readonly topic?: sns.ITopic;
}

/** Gives a metric, aggregated over a period. */
export type OverPeriod = (period: Duration) => cloudwatch.IMetric;

const operators: Record<Threshold['is'], cloudwatch.ComparisonOperator> = {
  above: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
  below: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
  'at least': cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
};

const missingData: Record<MissingData['as'], cloudwatch.TreatMissingData> = {
  breaching: cloudwatch.TreatMissingData.BREACHING,
  notBreaching: cloudwatch.TreatMissingData.NOT_BREACHING,
  ignore: cloudwatch.TreatMissingData.IGNORE,
};

/**
 * The alarms of one stack. lib/alarms says which there are and what they are; the callers give the metrics.
 * An alarm that the deployment does not have is skipped.
 */
export class AlarmSet extends Construct {
  private readonly selected: ReadonlyMap<MetricAlarm, SelectedAlarm>;
  private readonly composites: ReadonlyMap<Composite, SelectedComposite>;
  /** The alarms that send messages of their own. */
  readonly notifying: cloudwatch.IAlarm[] = [];
  private readonly raised = new Map<MetricAlarm, cloudwatch.Alarm>();
  private readonly severities = new Map<cloudwatch.IAlarm, Severity>();
  private readonly metrics = new Map<MetricAlarm, OverPeriod>();
  private readonly topic: sns.ITopic | undefined;

  constructor(scope: Construct, id: string, props: AlarmSetProps) {
    super(scope, id);
    const { selection, topic } = props;
    this.topic = topic;
    this.selected = new Map(selection.alarms.map((alarm) => [alarm.name, alarm]));
    this.composites = new Map(selection.composites.map((composite) => [composite.name, composite]));
  }

  /** Makes an alarm on a metric. An alarm whose composite is in this stack leaves the message to it. */
  raise(
    name: MetricAlarm,
    metricOver: OverPeriod,
    composite = this.compositeOf(name),
  ): cloudwatch.Alarm | undefined {
    this.metrics.set(name, metricOver);
    const alarm = this.selected.get(name);
    if (!alarm) return undefined;
    const { definition, threshold, periodMinutes } = alarm;
    const raised = new cloudwatch.Alarm(this, name, {
      alarmName: alarmName(Stack.of(this).stackName, name),
      alarmDescription: describe(name, definition),
      metric: metricOver(Duration.minutes(periodMinutes)),
      threshold,
      comparisonOperator: operators[definition.threshold.is],
      evaluationPeriods: definition.of,
      datapointsToAlarm: definition.breaching,
      treatMissingData: missingData[definition.missing.as],
    });
    this.raised.set(name, raised);
    if (!composite) this.notify(raised, definition);
    return raised;
  }

  /** Makes a composite alarm, which mutes its members: they have no action of their own. */
  combine(
    name: Composite,
    { rule, mutedBy }: { rule?: cloudwatch.IAlarmRule; mutedBy?: cloudwatch.IAlarm } = {},
  ): cloudwatch.CompositeAlarm | undefined {
    const composite = this.composites.get(name);
    const members = composite?.members.flatMap((member) => this.raised.get(member.name) ?? []) ?? [];
    const alarmRule = rule ?? (members.length > 0 ? cloudwatch.AlarmRule.anyOf(...members) : undefined);
    if (!composite || !alarmRule) return undefined;
    const alarm = new cloudwatch.CompositeAlarm(this, name, {
      compositeAlarmName: alarmName(Stack.of(this).stackName, name),
      alarmDescription: describe(name, composite.definition),
      alarmRule,
      ...(mutedBy && {
        actionsSuppressor: mutedBy,
        // Errors are seen after one minute, and that no task is healthy after up to five.
        actionsSuppressorWaitPeriod: Duration.minutes(5),
        // The errors of an outage stay half an hour in the shorter window of the medium speed.
        actionsSuppressorExtensionPeriod: Duration.minutes(35),
      }),
    });
    this.notify(alarm, composite.definition);
    return alarm;
  }

  /** The alarm of that name, when it has been raised here. */
  find(name: MetricAlarm): cloudwatch.Alarm | undefined {
    return this.raised.get(name);
  }

  /** What the alarm of that name watches, also when the deployment does not have the alarm. */
  metricOf(name: MetricAlarm): OverPeriod | undefined {
    return this.metrics.get(name);
  }

  /** The figures of an alarm, also when it is in another stack; undefined when the deployment does not have it. */
  selectedAlarm(name: MetricAlarm): SelectedAlarm | undefined {
    return this.selected.get(name);
  }

  /** The alarms of this stack: those that page, other ones that send messages, and those that send none. */
  bySeverity(): Readonly<Record<'page' | 'others' | 'causes', readonly cloudwatch.IAlarm[]>> {
    const paging = (alarm: cloudwatch.IAlarm) => this.severities.get(alarm) === 'page';
    return {
      page: this.notifying.filter(paging),
      others: this.notifying.filter((alarm) => !paging(alarm)),
      causes: [...this.raised.values()].filter((alarm) => !this.notifying.includes(alarm)),
    };
  }

  private compositeOf(name: MetricAlarm): Composite | undefined {
    return this.selected.get(name)?.notifiedBy;
  }

  /** Also when it is over, so that a page is known to have ended. */
  private notify(alarm: cloudwatch.AlarmBase, { severity }: { readonly severity: Severity }): void {
    if (!this.topic) return;
    this.notifying.push(alarm);
    this.severities.set(alarm, severity);
    const action = new actions.SnsAction(this.topic);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }
}
