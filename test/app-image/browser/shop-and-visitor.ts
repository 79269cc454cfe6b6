import { visit, type Visitor } from '../../setup/browser';
import { runShop, type RunningShop } from './running-shop';

/**
 * Starts a shop for all tests of a suite and a browser for each test. A test fails when its browser
 * reported an error.
 */
export function shopAndVisitor(): { readonly shop: RunningShop; readonly visitor: Visitor } {
  let shop: RunningShop;
  let visitor: Visitor;
  beforeAll(async () => {
    shop = await runShop();
  });
  afterAll(() => shop.remove());
  beforeEach(async () => {
    visitor = await visit(shop.origin);
  });
  afterEach(async () => {
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  });
  return {
    get shop() {
      return shop;
    },
    get visitor() {
      return visitor;
    },
  };
}
