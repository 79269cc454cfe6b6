import { definitions, composites } from '../../../lib/alarms/registry';
import { shopNames } from '../../setup/every-deployment';
import { replay, type ActionEvent } from '../replay';
import { between, silence, type World } from '../world';
import { at, iso } from './clock';
import { healthy } from './healthy';
import { alarmsOfShop, templatesOf } from './shop-alarms';
import { busy } from './traffic';

const world = healthy(busy);
const start = at('Mon', '12:00');
const end = at('Mon', '13:15');

/** Everything stops for 75 minutes, and what stops reports nothing. */
const outage: World = (metric) => {
  const usual = world(metric);
  return usual && between(start, end, silence, usual);
};

/** The messages of alarms of the severity `page`, in minutes after the start of the outage. */
function messages(deployment: string, extraDatapoints: number): readonly ActionEvent[] {
  const paging = alarmsOfShop(deployment)
    .filter(({ name }) => ({ ...definitions, ...composites })[name].severity === 'page')
    .map(({ alarmName }) => alarmName);
  const { actions } = replay(templatesOf(deployment), outage, {
    from: iso(start - 1800),
    minutes: 180,
    extraDatapoints,
  });
  return actions
    .filter(({ alarm, minute }) => paging.includes(alarm) && minute > 10)
    .map((event) => ({ ...event, minute: event.minute - 30 }));
}

// CloudWatch does not say how many data points it retrieves beyond those of the periods.
describe.each([1, 2, 5])('with %i further data points', (extraDatapoints) => {
  test.each(shopNames)(
    'an outage of %s that shows only as missing data sends one page within ten minutes, and one message when it is over',
    (deployment) => {
      const sent = messages(deployment, extraDatapoints);
      expect(sent.map(({ state }) => state)).toEqual(['ALARM', 'OK']);
      expect(sent[0]?.minute).toBeLessThanOrEqual(10);
      expect(sent[1]?.minute).toBeGreaterThan(75);
      expect(sent[1]?.minute).toBeLessThanOrEqual(85);
    },
  );
});
