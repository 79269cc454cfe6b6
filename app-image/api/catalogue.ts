import { z } from 'zod';
import { text } from './text';

const picture = z.object({
  /** Name of the picture in the page's build, which serves it as `/assets/pictures/NAME-HASH.svg`. */
  name: z.string(),
  alt: z.string(),
});

export const productSummary = z.object({
  id: z.number().int(),
  slug: z.string(),
  name: z.string(),
  /** Slug of its category. */
  category: z.string(),
  /** Price in the currency's smallest unit. */
  priceCents: z.number().int(),
  currency: z.literal('USD'),
  stock: z.number().int(),
  picture,
});
export type ProductSummary = z.output<typeof productSummary>;

export const product = productSummary.extend({
  description: z.string(),
  /** Properties such as material and size. */
  details: z.array(z.object({ label: z.string(), value: z.string() })),
});
export type Product = z.output<typeof product>;

const productSort = z.enum(['newest', 'price-asc', 'price-desc', 'name']);

export const productQuery = z.object({
  category: text({ max: 60 }).optional(),
  minPriceCents: z.coerce.number().int().min(0).max(100_000_000).optional(),
  maxPriceCents: z.coerce.number().int().min(0).max(100_000_000).optional(),
  inStock: z
    .enum(['true', 'false'])
    .transform((word) => word === 'true')
    .optional(),
  sort: productSort.default('newest'),
  /** Products a page. Range 1–100. */
  limit: z.coerce.number().int().min(1).max(100).default(24),
  /** `next` of the previous page. */
  cursor: text({ max: 300 }).optional(),
});

export const productAddress = z.object({ slug: text({ min: 1, max: 100 }) });

export const productPage = z.object({
  items: z.array(productSummary),
  /** Pass as `cursor` for the page that follows; null on the last. */
  next: z.string().nullable(),
});
export type ProductPage = z.output<typeof productPage>;

export const category = z.object({ slug: z.string(), name: z.string(), products: z.number().int() });
export type Category = z.output<typeof category>;

export const searchQuery = z.object({
  q: text({ min: 1, max: 200, trim: true }),
  limit: z.coerce.number().int().min(1).max(50).default(12),
});

export const searchResult = z.object({
  items: z.array(productSummary),
  /** `text` while the vector store is unavailable; the header `X-Search-Mode` says the same. */
  mode: z.enum(['semantic', 'text']),
});
export type SearchResult = z.output<typeof searchResult>;
