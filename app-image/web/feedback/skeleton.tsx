interface SkeletonProps {
  shape: 'card' | 'line' | 'block';
  count?: number;
}

/** Grey shapes where content will be, so that the page does not jump when it comes. */
export function Skeleton({ shape, count = 1 }: SkeletonProps) {
  return Array.from({ length: count }, (_, index) => (
    <div key={index} className={`skeleton skeleton-${shape}`} aria-hidden="true" />
  ));
}
