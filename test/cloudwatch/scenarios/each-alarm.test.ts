import { shopNames } from '../../setup/every-deployment';
import { alarmed, replay, stateAfter } from '../replay';
import { between, silence, worldOf, type World } from '../world';
import { at, iso } from './clock';
import { failures } from './failures';
import { healthy } from './healthy';
import { alarmsOfShop, minutesRead, templatesOf, type ShopAlarm } from './shop-alarms';
import { busy } from './traffic';

const usual = healthy(busy);
const day = 1440;
/** A Monday noon: nothing else happens, and the windows of all alarms are full of healthy data. */
const start = at('Mon', '12:00');
/** Half an hour in which nothing is wrong. */
const before = 30;
const from = iso(start - before * 60);

/** Healthy until the failure, then what the failure brings. */
function failing({ name }: ShopAlarm): World {
  const failed = worldOf(failures[name].feeds(start));
  return (metric) => {
    const [stream, instead] = [usual(metric), failed(metric)];
    return stream && instead ? between(start, Infinity, instead, stream) : stream;
  };
}

/** Healthy until the start, and no data of anything from then on. */
const withoutData: World = (metric) => {
  const stream = usual(metric);
  return stream && between(start, Infinity, silence, stream);
};

const alone = (deployment: string, alarm: ShopAlarm) =>
  templatesOf(deployment, (alarmName) => alarmName === alarm.alarmName);

/** Their expression is 0 for a night in which nothing was completed: no data is what they are for. */
const nightly = ['export-missing', 'backup-missing'];

/** What the missing-data rule of an alarm makes of no data. Of the composite alarms only shop-down has such members. */
function isOnWithoutData({ name, properties }: ShopAlarm): boolean {
  if ('AlarmRule' in properties) return name === 'shop-down';
  return properties.TreatMissingData === 'breaching' || nightly.includes(name);
}

describe.each(shopNames)('%s', (deployment) => {
  const alarms = alarmsOfShop(deployment);
  const named = alarms.map((alarm) => [alarm.name, alarm] as const);
  const healthyDay = replay(templatesOf(deployment), usual, { from: iso(at('Mon', '00:00')), minutes: day });
  const dayWithoutData = replay(templatesOf(deployment), withoutData, { from, minutes: before + day });

  test.each(named)('%s is silent on a healthy day', (_name, { alarmName }) => {
    expect(alarmed(healthyDay, alarmName)).toEqual([]);
  });

  test.each(named)('%s goes off by its own failure', (name, alarm) => {
    const isComposite = 'AlarmRule' in alarm.properties;
    const templates = isComposite ? templatesOf(deployment) : alone(deployment, alarm);
    const minutes = before + failures[name].withinMinutes;
    const [first, ...again] = alarmed(replay(templates, failing(alarm), { from, minutes }), alarm.alarmName);
    expect(first).toBeGreaterThan(before);
    expect(again).toEqual([]);
  });

  test.each(alarms.map((alarm) => [alarm.name, isOnWithoutData(alarm) ? 'is on' : 'is off', alarm] as const))(
    '%s %s after a day without data, as its missing-data rule says',
    (_name, expected, alarm) => {
      // An alarm that looks back further than a day needs longer to see no data.
      const reads = minutesRead(alarm);
      const replayed =
        reads < day
          ? dayWithoutData
          : replay(alone(deployment, alarm), withoutData, { from, minutes: before + 60 + reads });
      expect(stateAfter(replayed, alarm.alarmName)).toBe(expected === 'is on' ? 'ALARM' : 'OK');
      expect(alarmed(replayed, alarm.alarmName)).toHaveLength(expected === 'is on' ? 1 : 0);
    },
  );
});
