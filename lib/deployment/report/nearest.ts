import { closest, distance } from 'fastest-levenshtein';

/** The candidate a typist most likely meant; undefined when none is near. */
export function nearest(written: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const lower = written.toLowerCase();
  const contained = candidates.find(
    (candidate) => lower.length > 2 && candidate.toLowerCase().startsWith(lower),
  );
  const best = contained ?? closest(written, candidates);
  const near = Math.max(2, Math.floor(best.length / 3));
  return contained !== undefined || distance(lower, best.toLowerCase()) <= near ? best : undefined;
}
