import { z } from 'zod';
import {
  category,
  product,
  productAddress,
  productPage,
  productQuery,
  searchQuery,
  searchResult,
} from '../../api/catalogue';
import { problem } from '../../api/problem';
import { routes } from '../../api/routes';
import type { Shop } from '../context';
import type { ShopApp } from './shop-app';
import { ProblemError } from '../http/problems';

const tags = ['Catalogue'];
/** A browser may cache a read but must revalidate it; an unchanged one is a 304. */
const revalidate = 'private, no-cache';

export function catalogueRoutes(app: ShopApp, { catalogue, search }: Shop): void {
  app.addHook('onRequest', async (_, reply) => void reply.header('cache-control', revalidate));

  app.get(
    routes.products,
    {
      schema: {
        tags,
        summary: 'List products',
        querystring: productQuery,
        response: { 200: productPage, 400: problem },
      },
    },
    ({ query }) => catalogue.list(query),
  );

  app.get(
    routes.product,
    {
      schema: {
        tags,
        summary: 'One product',
        params: productAddress,
        response: { 200: product, 404: problem },
      },
    },
    async ({ params }) => {
      const found = await catalogue.bySlug(params.slug);
      if (!found) throw new ProblemError(404, 'This product does not exist.');
      return found;
    },
  );

  app.get(
    routes.categories,
    { schema: { tags, summary: 'All categories', response: { 200: z.array(category) } } },
    () => catalogue.categories(),
  );

  app.get(
    routes.search,
    {
      config: { limit: 'search' },
      schema: {
        tags,
        summary: 'Find products by meaning',
        querystring: searchQuery,
        response: { 200: searchResult },
      },
    },
    async ({ query }, reply) => {
      const { products, mode } = await search.search(query.q, query.limit);
      void reply.header('x-search-mode', mode);
      return { items: [...products], mode };
    },
  );
}
