import { fastify, type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { buildApp } from '../../../../app-image/server/http/app';
import { requireSchemas } from '../../../../app-image/server/http/route-schemas';
import { postgresVariables, startPostgres, type Service } from '../../../setup/services';
import { openTestShop, type OpenedShop } from '../../../setup/shop';

const handler = () => ({});
const ok = { 200: z.object({}) };
const unchecked: Record<string, (app: FastifyInstance) => unknown> = {
  'a body': (app) => app.post('/api/x', { schema: { response: ok } }, handler),
  'a body to replace': (app) => app.put('/api/x', { schema: { response: ok } }, handler),
  'a body to change': (app) => app.patch('/api/x', { schema: { response: ok } }, handler),
  'a part of the address': (app) => app.get('/api/x/:id', { schema: { response: ok } }, handler),
  'the rest of the address': (app) => app.get('/api/x/*', { schema: { response: ok } }, handler),
  'an answer': (app) => app.get('/api/x', handler),
};

describe('C13: input validation on every endpoint', () => {
  let service: Service;
  let opened: OpenedShop;
  beforeAll(async () => {
    service = await startPostgres();
    opened = await openTestShop(postgresVariables(service));
  }, 60_000);
  afterAll(async () => {
    try {
      await opened.close();
    } finally {
      await service.remove();
    }
  });

  test.each(Object.entries(unchecked))(
    'a route without a schema for %s is refused by the shop',
    async (_, add) => {
      const app = await buildApp(opened.shop);
      expect(() => add(app)).toThrow(/ \/api\/x\S* has no schema for its (body|params|response)/);
      await app.close();
    },
  );

  test('a query that no schema names cannot be read', async () => {
    const app = fastify();
    requireSchemas(app);
    app.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler);
    app.get('/api/x', { schema: { response: { 200: z.any() } } }, ({ query }) => ({ query }));
    expect((await app.inject('/api/x?a=b')).json()).toEqual({ query: {} });
    await app.close();
  });
});
