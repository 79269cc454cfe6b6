import { z } from 'zod';
import { problem } from '../../api/problem';
import { routes } from '../../api/routes';
import { cart, cartItemAddress, cartQuantity } from '../../api/shopping';
import type { Shop } from '../context';
import type { ShopApp } from './shop-app';
import { accountOf, cartOwner, knownVisitor } from '../http/identity';

const tags = ['Cart'];
const security: Record<string, string[]>[] = [{}, { account: [] }];

export function cartRoutes(app: ShopApp, { carts }: Shop): void {
  app.addHook('onRequest', async (_, reply) => void reply.header('cache-control', 'no-store'));

  app.get(
    routes.cart,
    { schema: { tags, security, summary: 'What is in the cart', response: { 200: cart } } },
    async (request) => {
      const accountId = await accountOf(request);
      if (accountId !== undefined) return carts.of({ accountId });
      const visitor = knownVisitor(request);
      // Reading an empty cart sets no cookie.
      return visitor === undefined ? { items: [], totalCents: 0 } : carts.of({ visitor });
    },
  );

  app.put(
    routes.cartItem,
    {
      config: { limit: 'cart' },
      schema: {
        tags,
        security,
        summary: 'Set how many of a product are in the cart',
        params: cartItemAddress,
        body: cartQuantity,
        response: { 200: cart, 404: problem },
      },
    },
    async (request, reply) =>
      carts.put(await cartOwner(request, reply), request.params.productId, request.body.quantity),
  );

  app.delete(
    routes.cart,
    {
      config: { limit: 'cart' },
      schema: { tags, security, summary: 'Empty the cart', response: { 204: z.null() } },
    },
    async (request, reply) => {
      await carts.clear(await cartOwner(request, reply));
      return reply.code(204).send(null);
    },
  );
}
