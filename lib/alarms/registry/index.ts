import type { AlarmDefinition, CompositeDefinition } from '../definition';
import { cacheAlarms } from './cache';
import { canaryAlarms, messageAlarms } from './canary';
import { compositeAlarms } from './composites';
import { databaseAlarms } from './database';
import { edgeAlarms } from './edge';
import { modelAlarms } from './model';
import { objectiveAlarms } from './objectives';
import { recoveryAlarms, releaseAlarms } from './release';
import { serviceAlarms } from './service';
import { vectorAlarms } from './vectors';

/** Every alarm on a metric, by name. */
export const metricAlarms = {
  ...canaryAlarms,
  ...serviceAlarms,
  ...objectiveAlarms,
  ...edgeAlarms,
  ...releaseAlarms,
  ...databaseAlarms,
  ...cacheAlarms,
  ...vectorAlarms,
  ...modelAlarms,
  ...recoveryAlarms,
  ...messageAlarms,
};

export type MetricAlarm = keyof typeof metricAlarms;
export type Composite = keyof typeof compositeAlarms;
export type AlarmName = MetricAlarm | Composite;

/** Every alarm by name, for code that takes any of them. */
export const definitions: Readonly<Record<MetricAlarm, AlarmDefinition>> = metricAlarms;
export const composites: Readonly<Record<Composite, CompositeDefinition>> = compositeAlarms;

export const metricAlarmNames = Object.keys(metricAlarms) as readonly MetricAlarm[];
export const compositeNames = Object.keys(compositeAlarms) as readonly Composite[];
export const alarmNames: readonly AlarmName[] = [...compositeNames, ...metricAlarmNames];
export const everyAlarm: Readonly<Record<AlarmName, AlarmDefinition | CompositeDefinition>> = {
  ...metricAlarms,
  ...compositeAlarms,
};
