import { at, type Resource, type Section } from '../resource';
import { facts, text } from '../facts';

const signs: Readonly<Record<string, string>> = {
  GreaterThanThreshold: '>',
  GreaterThanOrEqualToThreshold: '>=',
  LessThanThreshold: '<',
  LessThanOrEqualToThreshold: '<=',
};

/** Each alarm on one line, and where its messages go. */
export const alarms: Section = {
  title: 'Alarms',
  lines: (resources) => [
    ...resources.filter(({ type }) => type === 'AWS::CloudWatch::Alarm').map(metricAlarm),
    ...resources.filter(({ type }) => type === 'AWS::CloudWatch::CompositeAlarm').map(compositeAlarm),
    ...facts(resources, {
      'AWS::SNS::Subscription': ['Protocol', 'Endpoint'],
      'AWS::Chatbot::SlackChannelConfiguration': ['SlackWorkspaceId', 'SlackChannelId'],
      'AWS::Budgets::Budget': ['Budget.BudgetLimit', 'NotificationsWithSubscribers'],
      'AWS::Synthetics::Canary': ['Schedule.Expression', 'RuntimeVersion'],
      'AWS::CloudWatch::AlarmMuteRule': ['Rule.Schedule'],
    }),
  ],
};

function metricAlarm({ properties }: Resource): string {
  const read = (path: string) => at(properties, path);
  const sign = signs[text(read('ComparisonOperator'))] ?? text(read('ComparisonOperator'));
  const period = periodOf(properties);
  const messages = read('AlarmActions') === undefined ? 'no message of its own' : 'sends a message';
  return `${text(read('AlarmName'))}: ${sign} ${text(read('Threshold'))} in ${text(read('DatapointsToAlarm'))} of ${text(read('EvaluationPeriods'))} periods of ${period} s, missing data ${text(read('TreatMissingData'))}, ${messages}`;
}

function compositeAlarm({ properties }: Resource): string {
  return `${text(at(properties, 'AlarmName'))}: when ${text(at(properties, 'AlarmRule'))}`;
}

function periodOf(properties: Resource['properties']): string {
  const single = at(properties, 'Period');
  if (single !== undefined) return text(single);
  const metrics = at(properties, 'Metrics');
  const [first] = Array.isArray(metrics)
    ? metrics.flatMap((metric) => at(metric, 'MetricStat.Period') ?? at(metric, 'Period') ?? [])
    : [];
  return text(first);
}
