interface SkeletonProps {
  shape: 'card' | 'line' | 'block';
  count?: number;
}

/** Grey shapes in place of content that is loading, so that nothing moves when it arrives. */
export function Skeleton({ shape, count = 1 }: SkeletonProps) {
  return Array.from({ length: count }, (_, index) => (
    <div key={index} className={`skeleton skeleton-${shape}`} aria-hidden="true" />
  ));
}
