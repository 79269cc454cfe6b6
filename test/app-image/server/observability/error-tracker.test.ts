import { openErrorTracker } from '../../../../app-image/server/observability/open-error-tracker';
import { startErrorCollector, type ErrorCollector } from '../../../setup/error-collector';
import { silent } from '../../../setup/shop';

describe('C27: the error tracker', () => {
  let collector: ErrorCollector;
  beforeEach(async () => {
    collector = await startErrorCollector();
  });
  afterEach(() => collector.stop());

  test('reports an error with its request to the DSN’s address', async () => {
    const tracker = await openErrorTracker(collector.dsn, silent);
    tracker.report(new Error('the till is stuck'), { requestId: 'r-1', route: '/api/orders' });
    await tracker.close();

    expect(collector.received()).toContain('the till is stuck');
    expect(collector.received()).toContain('"requestId":"r-1"');
    expect(collector.received()).toContain('error-tracker.test.ts');
  });

  test('without a DSN nothing is reported', async () => {
    const tracker = await openErrorTracker(undefined, silent);
    expect(() => tracker.report(new Error('x'), { requestId: 'r' })).not.toThrow();
    await tracker.close();
    expect(collector.received()).toBe('');
  });
});
