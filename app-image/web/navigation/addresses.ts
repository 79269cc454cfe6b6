import { queryString } from '../api/address';

/** The addresses of the shop's own pages. */
export const pages = {
  catalogue: '/',
  search: '/search',
  product: '/products/:slug',
  cart: '/cart',
  checkout: '/checkout',
  signIn: '/sign-in',
  register: '/register',
  account: '/account',
  orders: '/orders',
  order: '/orders/:id',
} as const;

export const productAddress = (slug: string) => `/products/${encodeURIComponent(slug)}`;
export const orderAddress = (id: string) => `/orders/${encodeURIComponent(id)}`;
export const categoryAddress = (category: string) => pages.catalogue + queryString({ category });
export const searchAddress = (q: string) => pages.search + queryString({ q });

/** Sign in first, then go where the customer was going. */
export const signInAddress = (next: string, page: '/sign-in' | '/register' = pages.signIn) =>
  page + queryString({ next: next === pages.catalogue ? undefined : next });

/** `next` from the address, when it stays in this shop: another site's address could lure a customer away. */
export function nextAfterSignIn(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : pages.account;
}
