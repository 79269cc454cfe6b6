import { createLog } from '../../../../app-image/server/observability/log';
import { EmbeddedMetrics } from '../../../../app-image/server/observability/embedded-metrics';
import { emfProblems } from './emf-checker';

/** Metrics of a deployment, and the lines that they wrote. */
async function metricsOf(deployment = 'production', level: 'info' | 'error' = 'info', every?: number) {
  const texts: string[] = [];
  const log = await createLog(
    { LOG_LEVEL: level, LOG_FILE: undefined },
    { write: (text) => void texts.push(text) },
  );
  const metrics = new EmbeddedMetrics(log, deployment, every);
  return {
    metrics,
    log,
    texts,
    lines: () => texts.map((text) => JSON.parse(text) as Record<string, unknown>),
  };
}

describe('C29: metrics', () => {
  test('each route class has a line of its own, with units and dimensions', async () => {
    const { metrics, texts, lines } = await metricsOf();
    metrics.request({ route: 'browse', status: 200, milliseconds: 12.5 });
    metrics.request({ route: 'browse', status: 503, milliseconds: 3 });
    metrics.request({ route: 'chat', status: 200, milliseconds: 2400 });
    metrics.count('OrdersPlaced');
    metrics.set('TokenBudgetPercent', 41.5);
    metrics.close();
    expect(texts.flatMap((text) => emfProblems(text))).toEqual([]);
    const [browse, chat, rest] = lines();
    expect(browse).toMatchObject({
      Deployment: 'production',
      Route: 'browse',
      Requests: 2,
      ServerErrors: 1,
      Latency: [12.5, 3],
      _aws: {
        CloudWatchMetrics: [
          {
            Namespace: 'InsightShop',
            Dimensions: [['Deployment', 'Route']],
            Metrics: [
              { Name: 'Requests', Unit: 'Count' },
              { Name: 'ServerErrors', Unit: 'Count' },
              { Name: 'Latency', Unit: 'Milliseconds' },
            ],
          },
        ],
      },
    });
    expect(chat).toMatchObject({ Route: 'chat', Requests: 1, Latency: [2400] });
    expect(chat).not.toHaveProperty('ServerErrors');
    expect(rest).toMatchObject({
      Deployment: 'production',
      OrdersPlaced: 1,
      TokenBudgetPercent: 41.5,
      _aws: { CloudWatchMetrics: [{ Dimensions: [['Deployment']] }] },
    });
    expect(rest).not.toHaveProperty('Route');
  });

  test('sums are exact at any traffic; latencies are at most 100 values', async () => {
    const { metrics, texts, lines } = await metricsOf();
    for (let time = 0; time < 2500; time++)
      metrics.request({ route: 'shopping', status: time % 100 === 0 ? 500 : 200, milliseconds: time });
    metrics.count('ChatInputTokens', 1234);
    metrics.count('ChatInputTokens', 66);
    metrics.close();
    const [shopping, rest] = lines();
    expect(shopping).toMatchObject({ Requests: 2500, ServerErrors: 25 });
    expect(shopping?.Latency).toHaveLength(100);
    expect(rest).toMatchObject({ ChatInputTokens: 1300 });
    expect(texts.flatMap((text) => emfProblems(text))).toEqual([]);
  });

  test('of a value that replaces another, the newest is written', async () => {
    const { metrics, lines } = await metricsOf();
    metrics.set('TokenBudgetPercent', 99);
    metrics.set('TokenBudgetPercent', 0);
    metrics.close();
    expect(lines()).toMatchObject([{ TokenBudgetPercent: 0 }]);
  });

  test('nothing is written where nothing happened: an empty metric would be billed as well', async () => {
    const { metrics, texts } = await metricsOf();
    metrics.count('ChatInputTokens', 0);
    metrics.flush();
    metrics.close();
    expect(texts).toEqual([]);
  });

  test('what is no number spoils no sum', async () => {
    const { metrics, texts, lines } = await metricsOf();
    metrics.count('ChatCostUsd', NaN);
    metrics.count('ChatCostUsd', 0.25);
    metrics.set('TokenBudgetPercent', Infinity);
    metrics.request({ route: 'browse', status: 200, milliseconds: NaN });
    metrics.close();
    expect(lines()).toMatchObject([{ ChatCostUsd: 0.25 }, { Requests: 1 }]);
    expect(texts.flatMap((text) => emfProblems(text))).toEqual([]);
  });

  test('a count is in one line only, and the timer writes without a call', async () => {
    const { metrics, lines } = await metricsOf('production', 'info', 20);
    metrics.count('CacheHits');
    while (lines().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    metrics.count('CacheHits', 4);
    metrics.close();
    expect(lines().map(({ CacheHits }) => CacheHits)).toEqual([1, 4]);
  });

  test('two deployments in one account have different dimensions', async () => {
    const both = await Promise.all([metricsOf('production'), metricsOf('mvp')]);
    for (const { metrics } of both) {
      metrics.count('CacheMisses');
      metrics.request({ route: 'browse', status: 200, milliseconds: 1 });
      metrics.close();
    }
    const dimensions = both.map(({ lines }) => lines().map(({ Deployment }) => Deployment));
    expect(dimensions).toEqual([
      ['production', 'production'],
      ['mvp', 'mvp'],
    ]);
  });

  test('LOG_LEVEL=error leaves out messages and keeps the metrics', async () => {
    const { metrics, log, lines } = await metricsOf('production', 'error');
    log.info('a message');
    metrics.count('CacheHits');
    metrics.close();
    expect(lines()).toMatchObject([{ CacheHits: 1 }]);
  });

  test('a process that ends without closing writes them as well', async () => {
    const { metrics, lines } = await metricsOf();
    metrics.count('CacheHits');
    const before = process.listeners('exit').at(-1);
    before?.(1);
    expect(lines()).toMatchObject([{ CacheHits: 1 }]);
    metrics.close();
    expect(process.listeners('exit')).not.toContain(before);
  });
});
