import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { apiDocsDirectory } from '../files';

/** The OpenAPI page at /api/docs, from the same schemas that validate. */
export async function document(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'InsightShop', version, description: 'The API that the shop’s pages use.' },
      components: {
        securitySchemes: {
          account: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          refresh: { type: 'apiKey', in: 'cookie', name: 'refresh' },
        },
      },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    baseDir: apiDocsDirectory,
    // The default logo would be read from the package's directory, which the bundle does not have.
    logo: { type: 'image/svg+xml', content: '', href: '/' },
    // Swagger UI sets styles from script; no other page may.
    staticCSP:
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  });
}
