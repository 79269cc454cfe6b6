import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describeWithBrowser, screens } from '../../setup/browser';
import { shopAndVisitor } from './shop-and-visitor';

jest.setTimeout(120_000);

const built = join(__dirname, '..', '..', '..', 'app-image', 'dist', 'web', 'assets', 'pictures');

/** Settles when the browser has drawn the picture; runs in the page. */
const decoded = (picture: { decode(): Promise<void> }) => picture.decode();

describeWithBrowser('C35: product pictures', () => {
  const here = shopAndVisitor();

  it('are all drawn by the browser, as squares, under the Content-Security-Policy of the shop', async () => {
    const { page } = here.visitor;
    await page.goto('/');
    const files = await readdir(built);
    expect(files.length).toBeGreaterThanOrEqual(200);
    const wrong = await page.evaluate<string[]>(`
      Promise.all(${JSON.stringify(files)}.map(async (name) => {
        const picture = new Image();
        picture.src = '/assets/pictures/' + name;
        await picture.decode().catch(() => undefined);
        const square = picture.naturalWidth > 0 && picture.naturalWidth === picture.naturalHeight;
        return square ? [] : [name];
      })).then((names) => names.flat())`);
    expect(wrong).toEqual([]);
  });

  it('are served as SVG, to be kept for a year', async () => {
    const { page } = here.visitor;
    const [file = ''] = await readdir(built);
    const answer = await page.request.get(`/assets/pictures/${file}`);
    expect(answer.headers()).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('load only when a customer scrolls near them', async () => {
    const { page } = here.visitor;
    await page.setViewportSize(screens.phone);
    const loaded = new Set<string>();
    page.on('request', (request) => {
      if (request.url().includes('/assets/pictures/')) loaded.add(request.url());
    });
    await page.goto('/');
    const pictures = page.getByRole('region', { name: 'Products' }).locator('img');
    await pictures.nth(23).waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    expect(loaded.size).toBeGreaterThan(0);
    expect(loaded.size).toBeLessThan(24);

    await pictures.nth(23).scrollIntoViewIfNeeded();
    await pictures.nth(23).evaluate(decoded);
    const last = (await pictures.nth(23).getAttribute('src')) ?? 'no address';
    expect(loaded).toContain(here.shop.origin + last);
  });

  it.each(['phone', 'desktop'] as const)('move nothing on a %s when they arrive', async (screen) => {
    const { page } = here.visitor;
    await page.setViewportSize(screens[screen]);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/assets/pictures/*', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/products/harbour-stoneware-mug');
    const picture = page.locator('.product > .product-picture img');
    const below = page.getByRole('heading', { name: 'About this product' });
    await below.waitFor();
    const placesOf = async () => [await picture.boundingBox(), await below.boundingBox()];
    const before = await placesOf();
    release();
    await picture.evaluate(decoded);
    expect(await placesOf()).toEqual(before);
    expect(before[0]?.width).toBeGreaterThan(300);
    expect(before[0]?.height).toBe(before[0]?.width);
  });

  it('have words on the page of their product, and none next to a name', async () => {
    const { page } = here.visitor;
    await page.goto('/products/harbour-stoneware-mug');
    const picture = page.getByRole('img', { name: 'Drawing: teal mug' });
    await picture.waitFor();
    expect(await picture.getAttribute('loading')).toBe('eager');
    await page.goto('/');
    const card = page.getByRole('region', { name: 'Products' }).locator('img').first();
    await card.waitFor();
    expect(await card.getAttribute('alt')).toBe('');
    expect(await card.getAttribute('loading')).toBe('lazy');
  });
});
