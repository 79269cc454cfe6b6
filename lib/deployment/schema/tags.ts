import { z } from 'zod';
import { text } from './shapes';

export const tags = z
  .record(
    text(/^(?!aws:).{1,128}$/i, '1 to 128 characters, not starting with aws:', 'team'),
    z.string().max(256),
  )
  .default({});
