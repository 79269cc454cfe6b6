import { z } from 'zod';
import { problem } from '../../api/problem';
import { routes } from '../../api/routes';
import {
  idempotencyKey,
  order as orderSchema,
  orderAddress,
  orderPage,
  orderQuery,
  orderRequest,
} from '../../api/shopping';
import type { Shop } from '../context';
import type { ShopApp } from './shop-app';
import { requireAccount } from '../http/identity';
import { ProblemError } from '../http/problems';
import { orderHistory, orderOf } from '../shopping/order-history';
import { placeOrder } from '../shopping/place-order';

const tags = ['Orders'];
const security: Record<string, string[]>[] = [{ account: [] }];

export function orderRoutes(app: ShopApp, { database, metrics }: Shop): void {
  app.addHook('onRequest', async (_, reply) => void reply.header('cache-control', 'no-store'));

  app.post(
    routes.orders,
    {
      config: { limit: 'order' },
      schema: {
        tags,
        security,
        summary: 'Order what is in the cart',
        headers: z.looseObject({ 'idempotency-key': idempotencyKey }),
        body: orderRequest,
        response: { 201: orderSchema, 401: problem, 409: problem, 422: problem, 503: problem },
      },
    },
    async (request, reply) => {
      const accountId = await requireAccount(request);
      const placement = {
        accountId,
        idempotencyKey: request.headers['idempotency-key'],
        request: request.body,
      };
      const { order, repeated } = await database.transaction((orm) => placeOrder(orm, placement));
      if (!repeated) metrics.count('OrdersPlaced');
      return reply.code(201).send(order);
    },
  );

  app.get(
    routes.orders,
    {
      schema: {
        tags,
        security,
        summary: 'Orders, newest first',
        querystring: orderQuery,
        response: { 200: orderPage, 401: problem },
      },
    },
    async (request) => {
      const accountId = await requireAccount(request);
      return database.read((orm) => orderHistory(orm, accountId, request.query));
    },
  );

  app.get(
    routes.order,
    {
      schema: {
        tags,
        security,
        summary: 'One order',
        params: orderAddress,
        response: { 200: orderSchema, 404: problem },
      },
    },
    async (request) => {
      const accountId = await requireAccount(request);
      const found = await database.read((orm) => orderOf(orm, accountId, request.params.id));
      if (!found) throw new ProblemError(404, 'This order does not exist.');
      return found;
    },
  );
}
