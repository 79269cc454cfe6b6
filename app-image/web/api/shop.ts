import type { z } from 'zod';
import type { credentials, registration } from '../../api/accounts';
import type { Category, Product, ProductPage, SearchResult } from '../../api/catalogue';
import type { ChatEvent, chatRequest } from '../../api/chat';
import { routes } from '../../api/routes';
import type { Cart, Order, orderPage, orderRequest } from '../../api/shopping';
import { addressOf, type Query } from './address';
import { chatEvents } from './chat-events';
import type { ApiClient } from './client';

export type Credentials = z.input<typeof credentials>;
export type Registration = z.input<typeof registration>;
export type OrderRequest = z.input<typeof orderRequest>;
export type OrderPage = z.output<typeof orderPage>;
type ChatRequest = z.input<typeof chatRequest>;

/** Every request of the page, with the types of the contract. Imports only types from the schemas, so that the page does not load zod. */
export function shopApi(client: ApiClient) {
  return {
    products: (query: Query, signal?: AbortSignal) =>
      client.json<ProductPage>(addressOf(routes.products, {}, query), { signal }),
    product: (slug: string, signal?: AbortSignal) =>
      client.json<Product>(addressOf(routes.product, { slug }), { signal }),
    categories: (signal?: AbortSignal) => client.json<Category[]>(routes.categories, { signal }),
    search: (q: string, signal?: AbortSignal) =>
      client.json<SearchResult>(addressOf(routes.search, {}, { q }), { signal }),

    cart: (signal?: AbortSignal) => client.json<Cart>(routes.cart, { signal }),
    setQuantity: (productId: number, quantity: number) =>
      client.json<Cart>(addressOf(routes.cartItem, { productId }), { method: 'PUT', body: { quantity } }),

    placeOrder: (idempotencyKey: string, request: OrderRequest) =>
      client.json<Order>(routes.orders, {
        method: 'POST',
        body: request,
        headers: { 'idempotency-key': idempotencyKey },
      }),
    orders: (cursor: string | undefined, signal?: AbortSignal) =>
      client.json<OrderPage>(addressOf(routes.orders, {}, { cursor }), { signal }),
    order: (id: string, signal?: AbortSignal) =>
      client.json<Order>(addressOf(routes.order, { id }), { signal }),

    register: (registration: Registration) => client.openSession(routes.accounts, registration),
    signIn: (credentials: Credentials) => client.openSession(routes.sessions, credentials),
    signOut: () => client.closeSession(),

    async *chat(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatEvent> {
      const { body } = await client.response(routes.chat, {
        method: 'POST',
        body: request,
        headers: { accept: 'text/event-stream, application/problem+json' },
        signal,
      });
      if (body) yield* chatEvents(body);
    },
  };
}
export type ShopApi = ReturnType<typeof shopApi>;
