import { aws_cloudwatch as cloudwatch } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AlarmSet } from '../../../constructs/alarms/alarm-set';
import { ShopDashboard } from '../../../constructs/dashboard/dashboard';
import { EventRecord } from '../../../constructs/alarms/event-record';
import { selectAlarms } from '../../../lib/alarms/selection';
import { testDeployment } from '../../setup/stack-tests';
import { logs, operationsStack } from '../alarms/test-operations';
import { availabilityBudgetPercent } from '../../../lib/alarms/registry/objectives';
import { bodyOf, type MetricWidget, type Widget } from '../../../lib/alarms/dashboard-body';
import { textWidth } from '../../../lib/alarms/dashboard-svg';
import { definitions, metricAlarmNames } from '../../../lib/alarms/registry';
import { loadDeployment, parseDeployment } from '../../../lib/deployment';
import { make, foreign, cases, madeOf, type Made } from './made-dashboards';

const graphs = ({ widgets }: Made): MetricWidget[] => widgets.filter((widget) => widget.type === 'metric');
const titleOf = (widget: Widget) => ('title' in widget.properties ? widget.properties.title : '');
const titles = (dashboard: Made) => dashboard.widgets.map(titleOf);
const headings = ({ widgets }: Made) =>
  widgets.flatMap(({ type, properties }) =>
    type === 'text' && 'markdown' in properties && properties.markdown.startsWith('## ')
      ? [properties.markdown.slice(3)]
      : [],
  );

describe.each(Object.keys(cases))('the dashboard of %s', (name) => {
  test('answers the four questions in order', () => {
    expect(headings(madeOf(name))).toEqual([
      'Are customers served?',
      'What changed?',
      'What is full?',
      'What does it cost?',
    ]);
  });

  test('shows the pages before everything else', () => {
    const [, first] = madeOf(name).widgets;
    expect(first && titleOf(first)).toBe('Alarms that page: act at once');
  });

  test('is readable at 1280 pixels: inside the grid, without overlap, nothing narrow', () => {
    const { widgets } = madeOf(name);
    const outside = widgets.filter(({ x, width }) => x < 0 || x + width > 24 || width < 6);
    expect(outside).toEqual([]);
    const overlap = widgets.filter((one, index) =>
      widgets
        .slice(index + 1)
        .some(
          (other) =>
            one.x < other.x + other.width &&
            other.x < one.x + one.width &&
            one.y < other.y + other.height &&
            other.y < one.y + one.height,
        ),
    );
    expect(overlap).toEqual([]);
  });

  test('clips no title and no line', () => {
    const tooLong = madeOf(name).widgets.flatMap((widget) => {
      const room = (widget.width * 1280) / 24 - 60;
      const lines = widget.type === 'metric' ? (widget.properties.annotations?.horizontal ?? []) : [];
      return [
        ...(textWidth(titleOf(widget), 14) > room ? [titleOf(widget)] : []),
        ...lines.map(({ label }) => label).filter((label) => textWidth(label, 12) > room),
      ];
    });
    expect(tooLong).toEqual([]);
  });

  test('gives every graph a title with its unit, once', () => {
    const all = graphs(madeOf(name)).map(({ properties: { title } }) => title);
    const unit = /, (percent( of requests)?|visits passed in percent|milliseconds|count|MiB|USD)$/;
    expect(all.filter((title) => !unit.test(title))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });

  test('draws each threshold where the alarm has it, in the unit of the graph', () => {
    const { thresholds } = madeOf(name);
    for (const { properties } of graphs(madeOf(name)))
      for (const { label, value } of properties.annotations?.horizontal ?? []) {
        if (label.startsWith('objective')) {
          expect(value).toBe(100 - availabilityBudgetPercent);
          continue;
        }
        const [names = ''] = label.split(':');
        for (const alarm of names.split(', ')) {
          expect([alarm, value]).toEqual([alarm, thresholds.get(alarm)]);
          const definition = metricAlarmNames.find((each) => each === alarm);
          const unit = definition && definitions[definition].threshold.unit.replace('tasks', 'count');
          expect(properties.title).toMatch(new RegExp(`, .*${unit}`));
        }
      }
  });

  test('stays in the free size: at most 50 metrics', () => {
    const count = graphs(madeOf(name)).flatMap(({ properties: { metrics } }) =>
      metrics.filter(([namespace]) => typeof namespace === 'string'),
    ).length;
    expect(count).toBeGreaterThan(20);
    expect(count).toBeLessThanOrEqual(50);
  });

  test('is the same each time', () => {
    expect(make((cases[name] ?? (() => loadDeployment(name)))()).text).toBe(madeOf(name).text);
  });
});

test('production shows every part that can be full, with a threshold each', () => {
  const lines = graphs(madeOf('production')).flatMap(
    ({ properties }) => properties.annotations?.horizontal.map(({ label }) => label.split(':')[0]) ?? [],
  );
  expect(lines).toEqual(
    expect.arrayContaining([
      'latency-p95',
      'no-healthy-tasks',
      'edge-server-errors',
      'service-cpu',
      'service-memory',
      'database-cpu',
      'database-connections',
      'database-storage',
      'database-memory',
      'cache-memory',
      'vector-files-throughput',
      'token-budget-100',
    ]),
  );
});

test('a threshold that a deployment overrides is drawn where it is overridden', () => {
  const dashboard = make(
    parseDeployment({
      ...foreign,
      aws: { region: 'us-east-1' },
      alarms: { latencyP95Ms: 350, overrides: { 'service-cpu': { threshold: 70 } } },
    }),
  );
  const values = graphs(dashboard).flatMap(({ properties }) => properties.annotations?.horizontal ?? []);
  expect(values).toContainEqual(expect.objectContaining({ label: 'service-cpu: above 70', value: 70 }));
  expect(values).toContainEqual(expect.objectContaining({ label: 'latency-p95: above 350', value: 350 }));
});

test('an alarm that is off leaves its graph without a line', () => {
  const [cpu] = graphs(madeOf('dev')).filter(({ properties }) =>
    properties.title.startsWith('CPU of the service'),
  );
  expect(cpu).toBeDefined();
  expect(cpu?.properties.annotations).toBeUndefined();
});

test('a shop without cache and Chroma has no graph of them', () => {
  expect(titles(madeOf('mvp')).filter((title) => /cache|Chroma/.test(title))).toEqual([]);
  expect(titles(madeOf('production')).filter((title) => /cache|Chroma/.test(title))).toHaveLength(3);
});

test('an image that is not ours shows what the platform measures, and no metric of the shop', () => {
  const dashboard = madeOf('another image in another region');
  expect(dashboard.text).not.toContain('\\"InsightShop\\"');
  expect(titles(dashboard)).toEqual(expect.arrayContaining(['Requests, count', 'Failed requests, count']));
  expect(titles(dashboard).filter((title) => /[Cc]hat|[Tt]oken|route class/.test(title))).toEqual([]);
});

test('elsewhere, the metrics of CloudFront come from us-east-1 and its alarms are named', () => {
  const dashboard = madeOf('a shop in another region');
  const cloudFront = graphs(dashboard).flatMap(({ properties: { metrics } }) =>
    metrics.filter(([namespace]) => namespace === 'AWS/CloudFront'),
  );
  expect(cloudFront).toHaveLength(2);
  for (const metric of cloudFront) expect(metric.at(-1)).toMatchObject({ region: 'us-east-1' });
  expect(dashboard.text).toContain('The alarms of CloudFront stand in us-east-1.');
  expect(madeOf('production').text).not.toContain('The alarms of CloudFront stand in');
});

test('two deployments of one name in two regions have two dashboards', () => {
  const named = (region: string) => make(parseDeployment({ ...foreign, aws: { region } })).name;
  expect(named('eu-west-1')).not.toBe(named('us-east-1'));
});

test('the budget is that of the field', () => {
  expect(madeOf('mvp').text).toContain(`Budget: ${loadDeployment('mvp').budgetUsd} USD a month`);
});

test('a canary shows its visits with the threshold of its alarm, and how many there are', () => {
  const { stack } = operationsStack();
  const deployment = testDeployment();
  const measure = (metricName: string, statistic = 'Sum') =>
    new cloudwatch.Metric({ namespace: 'Platform', metricName, statistic });
  const alarms = new AlarmSet(stack, 'Alarms', { selection: selectAlarms(deployment) });
  const visits = measure('SuccessPercent', 'Average');
  alarms.raise('canary-failed', (period) => visits.with({ period }));
  new ShopDashboard(stack, 'Dashboard', {
    name: 'shop',
    isBundled: false,
    budgetUsd: 100,
    monthlyTokenBudget: 0,
    alarms,
    metrics: {
      requests: measure('Requests'),
      serverErrors: [measure('Errors')],
      responseTime: measure('Latency'),
      responseTimeUnit: 'milliseconds',
      cpuPercent: measure('Cpu'),
      memoryPercent: measure('Memory'),
      healthyTasks: (period) => measure('Healthy').with({ period }),
      heartbeat: measure('Cpu'),
    },
    edge: {},
    record: new EventRecord(stack, 'Record', { deployment: 'shop', logs }),
    loginFunction: 'rotate',
  });
  const { widgets } = bodyOf(Template.fromStack(stack).toJSON() as Parameters<typeof bodyOf>[0]);
  const canary = widgets
    .filter((widget) => widget.type === 'metric')
    .filter((each) => titleOf(each).startsWith('Canary'));
  expect(canary.map(titleOf)).toEqual(['Canary, visits passed in percent', 'Canary visits a day, count']);
  expect(canary[0]?.properties.annotations?.horizontal).toEqual([
    expect.objectContaining({ label: 'canary-failed: below 100', value: 100 }),
  ]);
  expect(canary[1]?.properties.metrics[0]?.at(-1)).toMatchObject({ stat: 'SampleCount', period: 86_400 });
});
