import { canonical } from './canonical';
import { EvaluatedMetricAlarm, type Assumptions } from './metric-alarm';
import { alarmsOf, holds, type State } from './rule';
import { Suppression } from './suppression';
import { alarmsIn, type CompositeAlarm, type MetricAlarm, type Templates } from './template';
import type { World } from './world';

export interface ReplayOptions extends Assumptions {
  /** The first evaluation, a whole minute in UTC, such as 2026-03-02T00:00:00Z. */
  readonly from: string;
  /** How many minutes follow it. */
  readonly minutes: number;
}

export interface StateChange {
  /** Minutes after the first evaluation. */
  readonly minute: number;
  readonly from: State;
  readonly to: State;
}

/** Actions that an alarm takes. */
export interface ActionEvent {
  /** Minutes after the first evaluation. */
  readonly minute: number;
  readonly alarm: string;
  readonly state: State;
  /** Canonical texts (canonical.ts) of AlarmActions, OKActions or InsufficientDataActions. */
  readonly actions: readonly string[];
}

export interface Replay {
  /** By the name of the alarm. Each begins in INSUFFICIENT_DATA. */
  readonly changes: ReadonlyMap<string, readonly StateChange[]>;
  readonly actions: readonly ActionEvent[];
}

const minute = 60;

/**
 * Evaluates the alarms of synthesized templates as CloudWatch does, minute by minute.
 *
 * @param templates by stack name; alarms may refer to those of another stack
 * @throws for an alarm that CloudWatch would refuse, and for one that the world leaves without metric
 */
export function replay(templates: Templates, world: World, options: ReplayOptions): Replay {
  const from = Date.parse(options.from) / 1000;
  if (!Number.isInteger(from / minute))
    throw new Error(`from: ${options.from} is no whole minute. Write a time such as 2026-03-02T00:00:00Z.`);
  const span = { from, to: from + options.minutes * minute };
  const { metric, composite } = alarmsIn(templates);
  const metricAlarms = metric.map((alarm) => ({
    alarm,
    evaluated: new EvaluatedMetricAlarm(alarm, world, span, options),
  }));
  const composites = inOrder(composite).map((alarm) => ({ alarm, suppression: suppressionOf(alarm) }));

  const states = new Map<string, State>([...metric, ...composite].map(({ id }) => [id, 'INSUFFICIENT_DATA']));
  const changes = new Map<string, StateChange[]>([...metric, ...composite].map(({ name }) => [name, []]));
  const actions: ActionEvent[] = [];
  const stateOf = (id: string): State => states.get(id) ?? 'INSUFFICIENT_DATA';
  const minutesAt = (time: number) => (time - from) / minute;
  const act = (alarm: MetricAlarm | CompositeAlarm, time: number, state: State): void => {
    const found = actionsOf(alarm, state);
    if (found.length > 0)
      actions.push({ minute: minutesAt(time), alarm: alarm.name, state, actions: found.map(canonical) });
  };
  /** Whether the state has changed. */
  const enter = ({ id, name }: MetricAlarm | CompositeAlarm, time: number, state: State): boolean => {
    if (stateOf(id) === state) return false;
    changes.get(name)?.push({ minute: minutesAt(time), from: stateOf(id), to: state });
    states.set(id, state);
    return true;
  };

  for (let time = span.from; time <= span.to; time += minute) {
    for (const { alarm, evaluated } of metricAlarms) {
      if (!evaluated.isDue(time)) continue;
      const state = evaluated.stateAt(time, stateOf(alarm.id));
      if (enter(alarm, time, state)) act(alarm, time, state);
    }
    // Composite alarms follow the states of others, so they are evaluated after them. A composite
    // that suppresses another is evaluated before it.
    for (const { alarm, suppression } of composites) {
      const state = holds(alarm.rule, stateOf) ? 'ALARM' : 'OK';
      const changed = enter(alarm, time, state);
      if (suppression)
        for (const taken of suppression.step(time, state, stateOf(alarm.suppressor ?? '')))
          act(alarm, taken.time, taken.state);
      else if (changed) act(alarm, time, state);
    }
  }
  return { changes, actions };
}

/** The minutes at which an alarm went into ALARM. Throws when no template has such an alarm. */
export function alarmed(replayed: Replay, name: string): readonly number[] {
  const changes = replayed.changes.get(name);
  if (!changes)
    throw new Error(`No alarm is named ${name}. There are: ${[...replayed.changes.keys()].join(', ')}.`);
  return changes.filter(({ to }) => to === 'ALARM').map((change) => change.minute);
}

/** What is sent because an alarm goes into ALARM, in the order of time. */
export const pages = ({ actions }: Replay): readonly ActionEvent[] =>
  actions.filter(({ state }) => state === 'ALARM').sort((one, other) => one.minute - other.minute);

function actionsOf({ properties }: MetricAlarm | CompositeAlarm, state: State): readonly unknown[] {
  if (!properties.ActionsEnabled) return [];
  return {
    ALARM: properties.AlarmActions,
    OK: properties.OKActions,
    INSUFFICIENT_DATA: properties.InsufficientDataActions,
  }[state];
}

/** CDK writes 60 for both periods by default. CloudFormation has no default. */
function suppressionOf({ name, suppressor, properties }: CompositeAlarm): Suppression | undefined {
  if (suppressor === undefined) return undefined;
  const { ActionsSuppressorWaitPeriod: wait, ActionsSuppressorExtensionPeriod: extension } = properties;
  if (wait === undefined || extension === undefined)
    throw new Error(
      `Alarm ${name}: ActionsSuppressor needs ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod.`,
    );
  return new Suppression('INSUFFICIENT_DATA', wait, extension);
}

/** Each composite alarm after those that it reads. Throws for a circle, which CloudWatch does not evaluate. */
function inOrder(composites: readonly CompositeAlarm[]): readonly CompositeAlarm[] {
  const ordered: CompositeAlarm[] = [];
  const visit = (alarm: CompositeAlarm, path: readonly CompositeAlarm[]): void => {
    if (ordered.includes(alarm)) return;
    if (path.includes(alarm))
      throw new Error(
        `Composite alarms form a circle: ${[...path, alarm].map(({ name }) => name).join(' → ')}.`,
      );
    for (const id of [...alarmsOf(alarm.rule), alarm.suppressor]) {
      const read = composites.find((other) => other.id === id);
      if (read) visit(read, [...path, alarm]);
    }
    ordered.push(alarm);
  };
  for (const alarm of composites) visit(alarm, []);
  return ordered;
}
