import { shopNames } from '../../setup/every-deployment';
import { alarmed, replay } from '../replay';
import { between, worldOf, type World } from '../world';
import { at, iso } from './clock';
import { failures } from './failures';
import { healthy } from './healthy';
import { alarmsOfShop, templatesOf, type ShopAlarm } from './shop-alarms';
import { busy } from './traffic';

const world = healthy(busy);
/** A Monday noon: nothing else happens, and the windows of all alarms are full of healthy data. */
const start = at('Mon', '12:00');

/** Healthy until the failure, then what the failure brings. */
function failing({ name }: ShopAlarm): World {
  const feeds = failures[name].feeds(start);
  return (metric) => {
    const usual = world(metric);
    const failed = worldOf(feeds)(metric);
    return usual && failed ? between(start, Infinity, failed, usual) : usual;
  };
}

/** The alarm alone; a composite with all alarms that it reads. */
const onlyIts = (deployment: string, alarm: ShopAlarm) =>
  'AlarmRule' in alarm.properties
    ? templatesOf(deployment)
    : templatesOf(deployment, (alarmName) => alarmName === alarm.alarmName);

describe.each(shopNames)('%s', (deployment) => {
  const alarms = alarmsOfShop(deployment);

  test.each(alarms.map((alarm) => [alarm.name, alarm] as const))(
    '%s goes off by its own failure',
    (name, alarm) => {
      const { withinMinutes } = failures[name];
      const minutes = 30 + withinMinutes;
      const replayed = replay(onlyIts(deployment, alarm), failing(alarm), {
        from: iso(start - 1800),
        minutes,
      });
      const [first, ...again] = alarmed(replayed, alarm.alarmName);
      expect(first).toBeGreaterThan(30);
      expect(again).toEqual([]);
    },
  );
});
