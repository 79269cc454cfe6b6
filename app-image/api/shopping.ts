import { z } from 'zod';
import { productSummary } from './catalogue';

export const cart = z.object({
  items: z.array(z.object({ product: productSummary, quantity: z.number().int() })),
  totalCents: z.number().int(),
});
export type Cart = z.output<typeof cart>;

/** 0 takes the product out. */
export const cartQuantity = z.object({ quantity: z.number().int().min(0).max(99) });

export const shippingAddress = z.object({
  name: z.string().trim().min(1).max(100),
  street: z.string().trim().min(1).max(200),
  city: z.string().trim().min(1).max(100),
  postcode: z.string().trim().min(1).max(20),
  country: z.string().regex(/^[A-Z]{2}$/),
});

/** The cart is ordered as it stands; the header `Idempotency-Key` makes a repeated request the same order. */
export const orderRequest = z.object({ shipTo: shippingAddress });
export const idempotencyKey = z.string().regex(/^[\w-]{16,64}$/);

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
  shipTo: shippingAddress,
});
export type Order = z.output<typeof order>;

export const orderQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(10),
  cursor: z.string().max(300).optional(),
});
export const orderPage = z.object({ items: z.array(order), next: z.string().nullable() });
