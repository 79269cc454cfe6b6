import { shopNames } from '../../setup/every-deployment';
import { pages, replay, type ReplayOptions } from '../replay';
import { between, perMinute, silence, worldOf, type World } from '../world';
import { at, iso, weekStarts } from './clock';
import { healthy } from './healthy';
import { templatesOf } from './shop-alarms';
import { busy, few } from './traffic';

const busyWeek = healthy(busy);

/** The messages of alarms that go off, such as "production-operations-shop-down at minute 90". */
function messages(deployment: string, world: World, options: Partial<ReplayOptions> = {}): readonly string[] {
  const replayed = replay(templatesOf(deployment), world, {
    from: weekStarts,
    minutes: 7 * 1440,
    ...options,
  });
  return pages(replayed).map(({ alarm, minute }) => `${alarm} at minute ${minute}`);
}

/** One deployment for each live target: Fargate, EC2, Express and App Runner. */
const ofEachTarget = ['production', 'economy', 'mvp-express', 'mvp'];

test.each(ofEachTarget)('no alarm of %s goes off in a healthy week', (deployment) => {
  expect(messages(deployment, busyWeek)).toEqual([]);
});

// The days are alike, and the longest windows also read the days before.
test.each([20, 250, 1000])('nor with %i requests a day, of which one fails', (requests) => {
  expect(messages('production', healthy(few(requests)), { minutes: 1440 })).toEqual([]);
});

describe.each(shopNames.filter((name) => !ofEachTarget.includes(name)))(
  'no alarm of %s goes off',
  (deployment) => {
    test.each([
      ['a release', at('Tue', '00:00')],
      ['a failover shorter than a minute', at('Sat', '00:00')],
    ])('on a day with %s', (_event, day) => {
      expect(messages(deployment, busyWeek, { from: iso(day), minutes: 1440 })).toEqual([]);
    });
  },
);

// What CloudWatch's documentation leaves open must not matter.
test.each([
  { extraDatapoints: 1, missingOperand: 'zero' },
  { extraDatapoints: 5, missingOperand: 'zero' },
  { extraDatapoints: 2, missingOperand: 'gap' },
] as const)('no alarm goes off on the day of a failover with %p', (assumptions) => {
  const options = { from: iso(at('Sat', '00:00')), minutes: 1440, ...assumptions };
  expect(messages('production', busyWeek, options)).toEqual([]);
});

test.each(['production', 'mvp'])(
  'no alarm of %s goes off on the first day, before the first night',
  (deployment) => {
    const created = at('Mon', '12:00');
    const started = perMinute((time) => (time === created ? [1] : undefined));
    const sinceCreation: World = (metric) => {
      const usual = busyWeek(metric);
      return usual && between(created - 1800, Infinity, usual, silence);
    };
    const world = worldOf(
      [{ namespace: 'InsightShop/Operations', metricName: 'WatchStarted', stream: started }],
      sinceCreation,
    );
    expect(messages(deployment, world, { from: iso(created), minutes: 1440 })).toEqual([]);
  },
);
