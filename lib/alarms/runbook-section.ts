import { windows, type BurnSpeed } from './registry/objectives';
import { compositeNames, definitions, type AlarmName, type MetricAlarm } from './registry';

const speeds = Object.keys(windows) as readonly BurnSpeed[];

/** `availability-fast-long` and its like: a window of an objective means nothing without the other one. */
const isWindow = (name: AlarmName): name is MetricAlarm =>
  speeds.some((speed) => name.endsWith(`-${speed}-long`) || name.endsWith(`-${speed}-short`));

/**
 * Heading of the section of docs/runbook.md about an alarm: its own name; for a window of an objective, the name of
 * the composite alarm that notifies in its place.
 */
export function sectionOf(name: AlarmName): AlarmName {
  if (!isWindow(name)) return name;
  const { notifiedBy } = definitions[name];
  return compositeNames.find((composite) => composite === notifiedBy) ?? name;
}
