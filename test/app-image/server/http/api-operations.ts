import type { FastifyInstance, InjectOptions } from 'fastify';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { lamp } from '../../../setup/shop';

/** One operation of the API, as its OpenAPI description has it. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly parameters: readonly { readonly in: string; readonly name: string }[];
  readonly body: readonly string[];
}

const property: z.ZodType<{ properties?: Record<string, unknown> }> = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
});
const described = z.looseObject({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({
        parameters: z.array(z.looseObject({ in: z.string(), name: z.string() })).default([]),
        requestBody: z
          .looseObject({
            content: z.looseObject({ 'application/json': z.looseObject({ schema: z.unknown() }) }),
          })
          .optional(),
      }),
    ),
  ),
});

/** `shipTo.street` for a field of a field. */
function leaves(schema: unknown, before = ''): string[] {
  const { properties } = property.parse(schema ?? {});
  if (!properties) return before ? [before] : [];
  return Object.entries(properties).flatMap(([name, inner]) =>
    leaves(inner, before ? `${before}.${name}` : name),
  );
}

/** Values with which every route succeeds; the fields that are not tried have these. */
export const valid: Record<string, unknown> = {
  name: 'Ada',
  password: 'correct horse battery',
  quantity: 1,
  'shipTo.name': 'Ada',
  'shipTo.street': 'Main Street 1',
  'shipTo.city': 'Basel',
  'shipTo.postcode': '4001',
  'shipTo.country': 'CH',
  message: 'a lamp',
  conversationId: '0b9d8a34-5a63-4d0c-9f43-6a3f4d5b8f11',
  slug: 'wool-rug',
  productId: String(lamp),
  id: '0b9d8a34-5a63-4d0c-9f43-6a3f4d5b8f11',
  q: 'lamp',
  'idempotency-key': 'key-of-sixteen-characters',
};
const validOf = (name: string) => (name === 'email' ? `${randomUUID()}@example.test` : valid[name]);

export function bodyWith(fields: readonly string[], field: string, value: unknown): object {
  const body: Record<string, unknown> = {};
  for (const name of fields) {
    const [outer = '', inner] = name.split('.');
    const content = name === field ? value : validOf(name);
    if (inner === undefined) body[outer] = content;
    else body[outer] = { ...(body[outer] as object | undefined), [inner]: content };
  }
  return body;
}

/** Every operation that the shop describes, so that a new route is tried without a change of the tests. */
export function operationsOf(app: FastifyInstance): Operation[] {
  return Object.entries(described.parse(app.swagger()).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters, requestBody }]) => ({
      method: z.enum(['GET', 'POST', 'PUT', 'DELETE']).parse(method.toUpperCase()),
      path: path.replaceAll(/\{(\w+)\}/g, ':$1'),
      parameters,
      body: leaves(requestBody?.content['application/json'].schema),
    })),
  );
}

const address = (path: string, changed = '', value = '') =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => (name === changed ? value : String(validOf(name))));

/** Every operation with a body, once for each field and value. */
export const bodiesWith = (operations: readonly Operation[], values: readonly unknown[]) =>
  operations.flatMap(({ method, path, body }) =>
    body.flatMap((field) =>
      values.map((value): InjectOptions => ({
        method,
        url: address(path),
        payload: JSON.stringify(bodyWith(body, field, value)),
        headers: { 'content-type': 'application/json' },
      })),
    ),
  );
/** Every operation with a query, once for each parameter and value. */
export const queriesWith = (operations: readonly Operation[], values: readonly string[]) =>
  operations.flatMap(({ method, path, parameters }) =>
    parameters
      .filter((parameter) => parameter.in === 'query')
      .flatMap(({ name }) =>
        values.map((value): InjectOptions => ({
          method,
          url: `${address(path)}?${name === 'q' ? '' : 'q=lamp&'}${name}=${value}`,
        })),
      ),
  );
/** Every operation with a part in its path, once for each part and value. */
export const pathsWith = (operations: readonly Operation[], values: readonly string[]) =>
  operations.flatMap(({ method, path, parameters }) =>
    parameters
      .filter((parameter) => parameter.in === 'path')
      .flatMap(({ name }) =>
        values.map((value): InjectOptions => ({
          method,
          url: address(path, name, value),
          ...(method === 'PUT' ? { payload: { quantity: 1 } } : {}),
        })),
      ),
  );
