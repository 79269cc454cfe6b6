import type { PlannedStack, TemplateResource } from '../plan/assembly';
import { alarmName } from '../stacks/names';
import { alarmNames, type AlarmName } from './registry';

/** An alarm as a template has it. */
export interface AlarmRow {
  readonly name: AlarmName;
  /** Construct id of its stack. */
  readonly stack: string;
  /** Metrics that it reads, each of which is billed; 0 for a composite alarm. */
  readonly metrics: number;
  /** Absent for a composite alarm. */
  readonly evaluation?: Evaluation;
  /** It sends its own messages. */
  readonly notifies: boolean;
  /** Alarms that a composite alarm combines. */
  readonly members: readonly AlarmName[];
}

export interface Evaluation {
  readonly threshold: number;
  readonly periodMinutes: number;
  readonly breaching: number;
  readonly of: number;
  readonly missing: string;
}

/** @throws when a template has an alarm that the registry does not have, or one of another form */
export function alarmRows(stacks: readonly PlannedStack[]): AlarmRow[] {
  const alarms = stacks.flatMap((stack) =>
    Object.entries(stack.template.Resources).flatMap(([id, { Type, Properties = {} }]) => {
      if (Type !== metricAlarm && Type !== compositeAlarm) return [];
      const fullName = String(Properties.AlarmName);
      return { stack, id, Type, Properties, fullName };
    }),
  );
  return alarms.map(({ stack, Type, Properties, fullName }) => {
    const rule = JSON.stringify(Properties.AlarmRule ?? '');
    const isMember = (other: (typeof alarms)[number]) =>
      rule.includes(`"${other.id}"`) ? other.stack === stack : rule.includes(`\\"${other.fullName}\\"`);
    return {
      name: registered(stack.name, fullName),
      stack: stack.id,
      metrics: Type === metricAlarm ? metricsOf(Properties) : 0,
      evaluation: Type === metricAlarm ? evaluationOf(fullName, Properties) : undefined,
      notifies: Array.isArray(Properties.AlarmActions) && Properties.AlarmActions.length > 0,
      members:
        Type === compositeAlarm
          ? alarms.filter(isMember).map((member) => registered(member.stack.name, member.fullName))
          : [],
    };
  });
}

const metricAlarm = 'AWS::CloudWatch::Alarm';
const compositeAlarm = 'AWS::CloudWatch::CompositeAlarm';
type Properties = NonNullable<TemplateResource['Properties']>;

function registered(stack: string, fullName: string): AlarmName {
  const name = alarmNames.find((known) => fullName === alarmName(stack, known));
  if (name === undefined) throw new Error(`The registry of lib/alarms has no alarm ${fullName} of ${stack}.`);
  return name;
}

interface MetricEntry {
  readonly MetricStat?: { readonly Period: number };
  readonly Period?: number;
}

const entriesOf = ({ Metrics }: Properties) => (Metrics ?? []) as readonly MetricEntry[];

/** CloudWatch bills an alarm by the metrics that it reads, not by its expressions. */
function metricsOf(properties: Properties): number {
  const entries = entriesOf(properties);
  return entries.length === 0 ? 1 : entries.filter(({ MetricStat }) => MetricStat !== undefined).length;
}

function evaluationOf(name: string, properties: Properties): Evaluation {
  const seconds =
    properties.Period ?? entriesOf(properties).flatMap(({ MetricStat }) => MetricStat?.Period ?? [])[0];
  const {
    Threshold,
    EvaluationPeriods,
    DatapointsToAlarm = EvaluationPeriods,
    TreatMissingData,
  } = properties;
  if (typeof seconds !== 'number' || typeof Threshold !== 'number' || typeof EvaluationPeriods !== 'number')
    throw new Error(`The alarm ${name} has no period, threshold or number of periods.`);
  return {
    threshold: Threshold,
    periodMinutes: seconds / 60,
    breaching: Number(DatapointsToAlarm),
    of: EvaluationPeriods,
    missing: typeof TreatMissingData === 'string' ? TreatMissingData : 'missing',
  };
}
