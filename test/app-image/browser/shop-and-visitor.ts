import { visit, type Visitor } from '../../setup/browser';
import { runShop, type RunningShop } from './running-shop';

/**
 * Opens a shop for the tests that follow, and sends each of them a new visitor, whose browser had
 * nothing to complain of at the end.
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
