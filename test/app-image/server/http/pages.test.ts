import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresVariables, startPostgres, type Service } from '../../../setup/services';
import { openTestShop, type OpenedShop } from '../../../setup/shop';

describe('the built pages', () => {
  const directory = mkdtempSync(join(tmpdir(), 'shop-pages-'));
  let service: Service;
  let opened: OpenedShop;
  beforeAll(async () => {
    mkdirSync(join(directory, 'assets', 'pictures'), { recursive: true });
    writeFileSync(join(directory, 'index.html'), '<!doctype html><title>InsightShop</title>');
    writeFileSync(join(directory, 'assets', 'main-ABC123.js'), 'export {};');
    writeFileSync(join(directory, 'assets', 'pictures', 'lamp-ABC123.svg'), '<svg/>');
    service = await startPostgres();
    opened = await openTestShop(postgresVariables(service), { pages: directory });
  }, 60_000);
  afterAll(async () => {
    await opened.close();
    await service.remove();
    rmSync(directory, { recursive: true, force: true });
  });

  test('A1, C34: a hashed file is cached for a year, the page is revalidated each time', async () => {
    const script = await opened.app.inject('/assets/main-ABC123.js');
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const page = await opened.app.inject('/');
    expect(page.headers['cache-control']).toBe('no-cache');
  });

  test('C35: pictures have the content type of their format', async () => {
    const picture = await opened.app.inject('/assets/pictures/lamp-ABC123.svg');
    expect(picture.headers['content-type']).toBe('image/svg+xml');
  });

  test('every page’s address answers with the page', async () => {
    for (const url of ['/products/wool-rug', '/cart', '/orders/123?from=mail']) {
      const page = await opened.app.inject(url);
      expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-cache']);
      expect(page.body).toContain('InsightShop');
    }
  });

  test('a missing file is not answered with a page', async () => {
    expect((await opened.app.inject('/assets/main-OLD.js')).statusCode).toBe(404);
    expect((await opened.app.inject('/favicon.ico')).statusCode).toBe(404);
    expect((await opened.app.inject({ method: 'POST', url: '/cart' })).statusCode).toBe(404);
  });

  test('nothing outside the pages is served', async () => {
    for (const url of ['/../package.json', '/assets/..%2f..%2fpackage.json', '/%2e%2e/package.json'])
      expect((await opened.app.inject(url)).body).not.toContain('"dependencies"');
  });
});
