import { canonical } from './canonical';
import {
  compositeAlarmProperties,
  metricAlarmProperties,
  type CompositeAlarmProperties,
  type MetricAlarmProperties,
} from './properties';
import { parseRule, type Rule } from './rule';

/** What the model reads of a synthesized template. */
export interface CloudFormationTemplate {
  readonly Resources?: Readonly<Record<string, { readonly Type: string; readonly Properties?: unknown }>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
}

/** By stack name, as `Fn::GetStackOutput` writes it. */
export type Templates = Readonly<Record<string, CloudFormationTemplate>>;

interface AlarmResource {
  /** The stack's name and the logical id. */
  readonly id: string;
  /** AlarmName when the template has it as a text, else the logical id; with the stack if others have it. */
  readonly name: string;
}

export interface MetricAlarm extends AlarmResource {
  readonly properties: MetricAlarmProperties;
}

export interface CompositeAlarm extends AlarmResource {
  readonly properties: CompositeAlarmProperties;
  readonly rule: Rule;
  /** The id of the alarm that mutes this one. */
  readonly suppressor?: string;
}

export interface Alarms {
  readonly metric: readonly MetricAlarm[];
  readonly composite: readonly CompositeAlarm[];
}

/** Throws for an alarm that CloudWatch would refuse, or that refers to an alarm in no template. */
export function alarmsIn(templates: Templates): Alarms {
  const alarms = Object.entries(templates).flatMap(([stack, { Resources = {} }]) =>
    Object.entries(Resources)
      .filter(([, { Type }]) => /^AWS::CloudWatch::(Composite)?Alarm$/.test(Type))
      .map(([logicalId, { Type, Properties = {} }]) => ({
        Type,
        Properties,
        stack,
        label: labelOf(Properties) ?? logicalId,
        id: idOf(stack, logicalId),
      })),
  );
  const labelled = (label: string) => alarms.filter((alarm) => alarm.label === label);
  const named = alarms.map((alarm) => ({
    ...alarm,
    name: labelled(alarm.label).length > 1 ? `${alarm.stack}/${alarm.label}` : alarm.label,
  }));

  const resolve = (stack: string, value: unknown, name: string): string => {
    const reference = referenceIn(templates, stack, value).replace(/^.*:alarm:/, '');
    const candidates = labelled(reference);
    const found =
      alarms.find(({ id }) => id === reference) ??
      candidates.find((candidate) => candidate.stack === stack) ??
      (candidates.length === 1 ? candidates[0] : undefined);
    if (!found)
      throw new Error(`Alarm ${name} refers to ${canonical(value)}, which is no alarm of the templates.`);
    return found.id;
  };

  return {
    metric: named
      .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
      .map(({ id, name, Properties }) => ({ id, name, properties: metricAlarmProperties(name, Properties) })),
    composite: named
      .filter(({ Type }) => Type === 'AWS::CloudWatch::CompositeAlarm')
      .map(({ id, name, stack, Properties }) => {
        const properties = compositeAlarmProperties(name, Properties);
        const { AlarmRule, ActionsSuppressor } = properties;
        const text = textOf(AlarmRule, (reference) => referenceIn(templates, stack, reference));
        return {
          id,
          name,
          properties,
          rule: parseRule(text, (alarm) => resolve(stack, alarm, name)),
          suppressor: ActionsSuppressor === undefined ? undefined : resolve(stack, ActionsSuppressor, name),
        };
      }),
  };
}

const idOf = (stack: string, logicalId: string): string => `${stack}/${logicalId}`;

function labelOf(properties: unknown): string | undefined {
  if (typeof properties !== 'object' || properties === null || !('AlarmName' in properties)) return undefined;
  return typeof properties.AlarmName === 'string' ? properties.AlarmName : undefined;
}

/** The alarm's id for Ref, Fn::GetAtt and the output of another stack; else the text itself. */
function referenceIn(templates: Templates, stack: string, value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::GetStackOutput': output } = value as Reference;
  if (output) {
    const produced = templates[output.StackName]?.Outputs?.[output.OutputName]?.Value;
    return referenceIn(templates, output.StackName, produced ?? unknownReference(value));
  }
  const logicalId = Ref ?? attribute?.[0];
  if (logicalId !== undefined) return idOf(stack, logicalId);
  return 'Fn::Join' in value
    ? textOf(value, (inner) => referenceIn(templates, stack, inner))
    : unknownReference(value);
}

/** Without quotes, which a rule has around the name of an alarm. */
const unknownReference = (value: unknown): string => canonical(value).replaceAll('"', "'");

interface Reference {
  readonly Ref?: string;
  readonly 'Fn::GetAtt'?: readonly [string, string];
  readonly 'Fn::GetStackOutput'?: { readonly StackName: string; readonly OutputName: string };
}

/** A text, or the texts and references that Fn::Join puts together. */
function textOf(value: unknown, referenceText: (reference: unknown) => string): string {
  if (typeof value === 'string') return value;
  const join: unknown =
    typeof value === 'object' && value !== null && 'Fn::Join' in value ? value['Fn::Join'] : undefined;
  if (!Array.isArray(join)) return referenceText(value);
  const [separator, parts] = join as [string, readonly unknown[]];
  return parts.map((part) => textOf(part, referenceText)).join(separator);
}
