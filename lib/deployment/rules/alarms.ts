import { alarmNames, everyAlarm, type AlarmName } from '../../alarms/registry';
import { nearest } from '../report/nearest';
import type { ParsedFields } from '../schema';
import { readableEntries } from './readable';
import type { Finding, Rule } from './rule';

type Override = ParsedFields['alarms']['overrides'][string];

const isAlarm = (name: string): name is AlarmName => alarmNames.some((known) => known === name);

/** An override with another name would change nothing. */
const overridesMatchAlarms: Rule = function* (deployment) {
  for (const [name, override] of readableEntries(deployment.alarms.overrides)) {
    const path = `alarms.overrides.${name}`;
    if (isAlarm(name)) yield* mismatches(path, name, override, deployment);
    else
      yield {
        path,
        rule: `must have the name of an alarm; docs/alarms.md lists them, and ${name} is none`,
        instead: `the name ${nearest(name, alarmNames) ?? `of one of them: ${alarmNames.join(', ')}`}`,
      };
  }
};

function* mismatches(
  path: string,
  name: AlarmName,
  override: Override,
  deployment: ParsedFields,
): Iterable<Finding> {
  const definition = everyAlarm[name];
  if (!definition.exists(deployment)) {
    yield {
      path,
      rule: `must be an alarm of this deployment; ${name} watches a part that the deployment does not have`,
      instead: `overrides without ${name}`,
    };
  } else if ('threshold' in override && !('threshold' in definition)) {
    yield {
      path: `${path}.threshold`,
      rule: `must not be stated: ${name} combines other alarms and has no threshold of its own`,
      instead: 'the threshold of one of the alarms that it combines, or { enabled: false, optOutReason }',
    };
  } else if (
    'threshold' in override &&
    'threshold' in definition &&
    definition.threshold.unit === 'percent' &&
    override.threshold > 100
  ) {
    yield {
      path: `${path}.threshold`,
      rule: 'must be at most 100, as the unit of the alarm is percent',
      instead: 'a number from 0 to 100',
    };
  }
}

export const alarmRules: readonly Rule[] = [overridesMatchAlarms];
