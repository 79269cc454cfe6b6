/** ElastiCache node types on offer, smallest first, without the `cache.` prefix. */
export const cacheNodes = ['t4g.micro', 't4g.small', 't4g.medium', 'm7g.large', 'r7g.large'] as const;
