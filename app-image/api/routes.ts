/**
 * Routes of the API; the other files of this folder define the bodies.
 *
 * | method and path | body → answer |
 * |---|---|
 * | GET /api/products | productQuery → productPage |
 * | GET /api/products/:slug | → product |
 * | GET /api/categories | → category[] |
 * | GET /api/search | searchQuery → searchResult |
 * | POST /api/chat | chatRequest → stream of chatEvent |
 * | POST /api/accounts | registration → 201 session |
 * | GET /api/accounts/me | → account |
 * | POST /api/sessions | credentials → session |
 * | POST /api/sessions/refresh | (cookie) → session |
 * | DELETE /api/sessions | → 204 |
 * | GET /api/cart | → cart |
 * | PUT /api/cart/items/:productId | cartQuantity → cart |
 * | DELETE /api/cart | → 204 |
 * | POST /api/orders | Idempotency-Key, orderRequest → 201 order |
 * | GET /api/orders | orderQuery → orderPage |
 * | GET /api/orders/:id | → order |
 * | GET /api/flags | → flagStates |
 */
export const routes = {
  products: '/api/products',
  product: '/api/products/:slug',
  categories: '/api/categories',
  search: '/api/search',
  chat: '/api/chat',
  accounts: '/api/accounts',
  me: '/api/accounts/me',
  sessions: '/api/sessions',
  refresh: '/api/sessions/refresh',
  cart: '/api/cart',
  cartItem: '/api/cart/items/:productId',
  orders: '/api/orders',
  order: '/api/orders/:id',
  flags: '/api/flags',
} as const;
