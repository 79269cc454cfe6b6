import { z } from 'zod';
import { text, wholeBetween } from './shapes';

export const flags = z
  .record(
    text(
      /^[a-z][a-z0-9-]*$/,
      'lower-case letters, digits and hyphens, starting with a letter',
      'new-checkout',
    ),
    z.union([z.boolean(), wholeBetween(0, 100)]),
  )
  .default({});

export type FeatureFlags = z.output<typeof flags>;
