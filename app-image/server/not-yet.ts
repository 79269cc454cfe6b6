import type { Catalogue } from './catalogue/catalogue';
import { AssistantUnavailable } from './assistant/assistant';
import type { Chat, ProductSearch, ShopContext } from './context';

export function createProductSearch(_: ShopContext, catalogue: Catalogue): Promise<ProductSearch> {
  return Promise.resolve({
    search: async (text, limit) => ({ products: await catalogue.searchText(text, limit), mode: 'text' }),
    state: () => Promise.resolve('off' as const),
    close: () => Promise.resolve(),
  });
}

export function createChat(): Promise<Chat> {
  return Promise.resolve({
    // eslint-disable-next-line require-yield
    async *answer() {
      throw new AssistantUnavailable('unreachable', 30);
    },
    state: 'off',
    close: () => Promise.resolve(),
  });
}
