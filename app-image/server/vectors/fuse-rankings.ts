/** Flattens the difference between first places; 60 is the paper's value and was best here, too. */
const smoothing = 60;

/**
 * One ranking from several by reciprocal rank fusion: scores of different kinds are not compared,
 * places are (https://plg.uwaterloo.ca/~gvcormac/cormacksigir09-rrf.pdf).
 */
export function fuseRankings(rankings: readonly (readonly number[])[]): number[] {
  const scores = new Map<number, number>();
  for (const ranking of rankings) {
    ranking.forEach((id, place) => scores.set(id, (scores.get(id) ?? 0) + 1 / (smoothing + place)));
  }
  return [...scores].sort(([, a], [, b]) => b - a).map(([id]) => id);
}
