import { z } from 'zod';
import { cacheSettings } from './cache';
import { domainSettings } from './domain';
import { generatedSecret } from './secret-source';
import { variableName } from './shapes';

export const keep = z
  .strictObject({
    /** Cache of the deployed version, with its settings. Only with `cache: 'none'`. @default - none */
    cache: cacheSettings.optional(),
    /** File system of Chroma. Only when `vectors` is not `chroma`. @default - none */
    vectors: z.literal('chroma').optional(),
    /** Generated entries of `container.secrets` that the deployed version reads and this version does not. @default {} */
    secrets: z.record(variableName, generatedSecret).default({}),
    /** Load balancer of the deployed version, when `edge.loadBalancer` changes. @default - none */
    loadBalancer: z.enum(['internal', 'public']).optional(),
    /** Domain of the deployed version, when `domain` changes or is removed. The load balancer keeps its certificate. @default - none */
    domain: domainSettings.optional(),
  })
  .prefault({});

export type KeptSettings = z.output<typeof keep>;
