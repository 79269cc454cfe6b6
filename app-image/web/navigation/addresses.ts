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

/** The sign-in page, which then opens `next`. */
export const signInAddress = (next: string, page: '/sign-in' | '/register' = pages.signIn) =>
  page + queryString({ next: next === pages.catalogue ? undefined : next });

/** `next` from the address when it is a page of this shop, else the account page. Another site's address could be a trap. */
export function nextAfterSignIn(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : pages.account;
}
