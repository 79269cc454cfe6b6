import { severities, type Severity } from '../deployment/schema/alarms';
import type { AlarmDefinition, CompositeDefinition, Watched } from './definition';
import {
  compositeNames,
  composites,
  definitions,
  metricAlarmNames,
  type AlarmName,
  type Composite,
  type MetricAlarm,
} from './registry';

/** An alarm of one deployment: the definition with its figures. */
export interface SelectedAlarm {
  readonly name: MetricAlarm;
  readonly definition: AlarmDefinition;
  /** In the unit of the definition, after `alarms.overrides`. */
  readonly threshold: number;
  readonly periodMinutes: number;
  /** The composite alarm that notifies in its place. */
  readonly notifiedBy?: Composite;
}

export interface SelectedComposite {
  readonly name: Composite;
  readonly definition: CompositeDefinition;
  readonly members: readonly SelectedAlarm[];
}

/** The alarms of one deployment. */
export interface AlarmSelection {
  readonly alarms: readonly SelectedAlarm[];
  readonly composites: readonly SelectedComposite[];
}

export function selectAlarms(deployment: Watched): AlarmSelection {
  return { alarms: selectedAlarms(deployment), composites: selectedComposites(deployment) };
}

/** Every alarm on a metric that a deployment has, in the order of the registry. */
function selectedAlarms(deployment: Watched): SelectedAlarm[] {
  return metricAlarmNames.flatMap((name) => {
    const definition = definitions[name];
    const sender =
      typeof definition.notifiedBy === 'function' ? definition.notifiedBy(deployment) : definition.notifiedBy;
    const notifiedBy = compositeNames.find((composite) => composite === sender);
    const { severity } = notifiedBy ? composites[notifiedBy] : definition;
    if (!definition.exists(deployment) || !isWanted(deployment, name, severity)) return [];
    if (notifiedBy && !isWanted(deployment, notifiedBy, severity)) return [];
    const { periodMinutes: period } = definition;
    return {
      name,
      definition,
      threshold: thresholdOf(deployment, name, definition),
      periodMinutes: typeof period === 'function' ? period(deployment) : period,
      notifiedBy,
    };
  });
}

/** Every composite alarm that a deployment has. One without any alarm to watch does not exist. */
function selectedComposites(deployment: Watched): SelectedComposite[] {
  const alarms = selectedAlarms(deployment);
  return compositeNames.flatMap((name) => {
    const members = alarms.filter(({ notifiedBy }) => notifiedBy === name);
    return members.length > 0 ? { name, definition: composites[name], members } : [];
  });
}

function isWanted({ alarms }: Watched, name: AlarmName, severity: Severity): boolean {
  const override = alarms.overrides[name];
  if (override && 'enabled' in override) return false;
  return severities.indexOf(severity) <= severities.indexOf(alarms.leastSeverity);
}

function thresholdOf(deployment: Watched, name: MetricAlarm, { threshold }: AlarmDefinition): number {
  const override = deployment.alarms.overrides[name];
  if (override && 'threshold' in override) return override.threshold;
  return typeof threshold.value === 'function' ? threshold.value(deployment) : threshold.value;
}
