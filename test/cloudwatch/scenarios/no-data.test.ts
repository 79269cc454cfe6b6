import { shopNames } from '../../setup/every-deployment';
import { alarmed, replay, stateAfter } from '../replay';
import { between, silence, type World } from '../world';
import { at, iso } from './clock';
import { healthy } from './healthy';
import { alarmsOfShop, minutesRead, templatesOf, type ShopAlarm } from './shop-alarms';
import { busy } from './traffic';

const world = healthy(busy);
const start = at('Mon', '12:00');
const day = 1440;

/** Healthy until the start, and no data of anything from then on. */
const withoutData: World = (metric) => {
  const usual = world(metric);
  return usual && between(start, Infinity, silence, usual);
};

/** Their expression is 0 for a night in which nothing was completed: no data is what they are for. */
const nightly = ['export-missing', 'backup-missing'];

/** What the missing-data rule of an alarm makes of it. A composite follows its alarms: only an outage is silent. */
function isOn({ name, properties }: ShopAlarm): boolean {
  if ('AlarmRule' in properties) return name === 'shop-down';
  return properties.TreatMissingData === 'breaching' || nightly.includes(name);
}

describe.each(shopNames)('%s, a day without any data', (deployment) => {
  const alarms = alarmsOfShop(deployment);
  const from = iso(start - 1800);
  const soon = replay(templatesOf(deployment), withoutData, { from, minutes: 30 + day });

  test.each(alarms.map((alarm) => [alarm.name, isOn(alarm) ? 'is on' : 'is off', alarm] as const))(
    '%s %s afterwards, as its missing-data rule says',
    (_name, expected, alarm) => {
      // An alarm that looks back further than a day needs longer to see no data.
      const reads = minutesRead(alarm);
      const only = (alarmName: string) => alarmName === alarm.alarmName;
      const replayed =
        reads < day
          ? soon
          : replay(templatesOf(deployment, only), withoutData, { from, minutes: 90 + reads });
      expect(stateAfter(replayed, alarm.alarmName)).toBe(expected === 'is on' ? 'ALARM' : 'OK');
      expect(alarmed(replayed, alarm.alarmName)).toHaveLength(expected === 'is on' ? 1 : 0);
    },
  );
});
