import { z } from 'zod';

export const vectors = z.enum(['chroma', 'embedded']).default('chroma');
