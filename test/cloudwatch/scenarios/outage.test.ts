import { definitions, composites } from '../../../lib/alarms/registry';
import { shopNames } from '../../setup/every-deployment';
import { replay, type ActionEvent } from '../replay';
import { between, perMinute, silence, steady, worldOf, type World } from '../world';
import { at, iso } from './clock';
import { healthy } from './healthy';
import { alarmsOfShop, templatesOf } from './shop-alarms';
import { busy } from './traffic';

const usual = healthy(busy);
const start = at('Mon', '12:00');
const end = at('Mon', '13:15');

/** For 75 minutes something else is published than usual. */
const outage =
  (instead: World): World =>
  (metric) => {
    const stream = usual(metric);
    const during = instead(metric);
    return stream && during ? between(start, end, during, stream) : stream;
  };

/** Everything stops, and what stops reports nothing. */
const silent = outage(() => silence);

/** No task runs, and the load balancer or App Runner answers each of 60 requests a minute with a 5xx. */
const requests = perMinute(() => ({ values: [1], counts: [60] }));
const answered = outage(
  worldOf([
    { namespace: 'AWS/ApplicationELB', metricName: 'HealthyHostCount', stream: steady(0) },
    { namespace: 'AWS/ApplicationELB', metricName: 'RequestCount', stream: requests },
    { namespace: 'AWS/ApplicationELB', metricName: 'HTTPCode_ELB_5XX_Count', stream: requests },
    { namespace: 'AWS/ApplicationELB', metricName: 'TargetResponseTime', stream: silence },
    { namespace: 'AWS/ECS', metricName: 'CPUUtilization', stream: silence },
    { namespace: 'AWS/AppRunner', metricName: 'Requests', stream: requests },
    { namespace: 'AWS/AppRunner', metricName: '5xxStatusResponses', stream: requests },
    { namespace: 'AWS/AppRunner', metricName: 'RequestLatency', stream: silence },
    { namespace: 'AWS/AppRunner', metricName: 'MemoryUtilization', stream: silence },
    { namespace: 'AWS/CloudFront', metricName: '5xxErrorRate', stream: steady(100) },
  ]),
);

/** The messages of alarms of the severity `page`, in minutes after the start of the outage. */
function messages(deployment: string, world: World, extraDatapoints?: number): readonly ActionEvent[] {
  const paging = alarmsOfShop(deployment)
    .filter(({ name }) => ({ ...definitions, ...composites })[name].severity === 'page')
    .map(({ alarmName }) => alarmName);
  const { actions } = replay(templatesOf(deployment), world, {
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
      const sent = messages(deployment, silent, extraDatapoints);
      expect(sent.map(({ state }) => state)).toEqual(['ALARM', 'OK']);
      expect(sent[0]?.minute).toBeLessThanOrEqual(10);
      expect(sent[1]?.minute).toBeGreaterThan(75);
      expect(sent[1]?.minute).toBeLessThanOrEqual(85);
    },
  );
});

test.each(shopNames)(
  'an outage of %s that customers see as errors sends one page within ten minutes',
  (deployment) => {
    const pages = messages(deployment, answered).filter(({ state }) => state === 'ALARM');
    expect(pages[0]?.alarm).toMatch(/-shop-down$/);
    expect(pages[0]?.minute).toBeLessThanOrEqual(10);
    // Only a composite alarm can be muted. Without availability-burn, or in another region than CloudFront's
    // metrics, edge-server-errors sends its own message.
    const itself = alarmsOfShop(deployment)
      .filter(({ name, properties }) => name === 'edge-server-errors' && 'AlarmActions' in properties)
      .map(({ alarmName }) => alarmName);
    expect(pages.slice(1).map(({ alarm }) => alarm)).toEqual(itself);
  },
);
