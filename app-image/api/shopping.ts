import { z } from 'zod';
import { productSummary } from './catalogue';
import { text } from './text';

export const cart = z.object({
  items: z.array(z.object({ product: productSummary, quantity: z.number().int() })),
  totalCents: z.number().int(),
});
export type Cart = z.output<typeof cart>;

/** 0 removes the product. */
export const cartQuantity = z.object({ quantity: z.number().int().min(0).max(99) });

export const shippingAddress = z.object({
  name: text({ min: 1, max: 100, trim: true }),
  street: text({ min: 1, max: 200, trim: true }),
  city: text({ min: 1, max: 100, trim: true }),
  postcode: text({ min: 1, max: 20, trim: true }),
  country: text({ max: 2 }).regex(/^[A-Z]{2}$/),
});

/** Orders the cart as it is. Repeated requests with the same `Idempotency-Key` header are one order. */
export const orderRequest = z.object({ shipTo: shippingAddress });
export const idempotencyKey = text({ max: 64 }).regex(/^[\w-]{16,64}$/);

export const cartItemAddress = z.object({ productId: z.coerce.number().int().min(1).max(2_147_483_647) });
export const orderAddress = z.object({ id: z.uuid() });

export const order = z.object({
  id: z.string(),
  placedAt: z.iso.datetime(),
  status: z.enum(['placed', 'shipped', 'cancelled']),
  items: z.array(
    z.object({
      productId: z.number().int(),
      name: z.string(),
      quantity: z.number().int(),
      /** Price of one at the time of the order. */
      priceCents: z.number().int(),
    }),
  ),
  totalCents: z.number().int(),
  /** As it was stored: rules for new addresses do not apply to old ones. */
  shipTo: z.object({
    name: z.string(),
    street: z.string(),
    city: z.string(),
    postcode: z.string(),
    country: z.string(),
  }),
});
export type Order = z.output<typeof order>;

export const orderQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(10),
  cursor: text({ max: 300 }).optional(),
});
export const orderPage = z.object({ items: z.array(order), next: z.string().nullable() });
