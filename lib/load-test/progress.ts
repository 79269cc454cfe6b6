import type { Measurements } from './measurements';

/** Seconds between two lines where the output is not a terminal. */
const secondsALine = 10;

/** Shows once a second, on a terminal in one line, how far the run is. Call the returned function at its end. */
export function showProgress(
  measurements: Measurements,
  { warmUpSeconds, seconds }: { readonly warmUpSeconds: number; readonly seconds: number },
  output: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr,
): () => void {
  let passed = 0;
  const state = () => {
    if (passed < warmUpSeconds) return `warm-up, ${passed} of ${warmUpSeconds} s`;
    const sum = (count: 'requests' | 'errors' | 'refused') =>
      measurements.steps.reduce((total, step) => total + step[count], 0);
    const measured = Math.min(seconds, passed - warmUpSeconds);
    return `${measured} of ${seconds} s, ${sum('requests')} requests, ${sum('errors')} errors, ${sum('refused')} refused`;
  };
  const ticking = setInterval(() => {
    passed++;
    // The escape sequence clears the rest of the line.
    if (output.isTTY) output.write(`\r· ${state()}\u001b[K`);
    else if (passed % secondsALine === 0) output.write(`· ${state()}\n`);
  }, 1000);
  return () => {
    clearInterval(ticking);
    if (output.isTTY) output.write('\r\u001b[K');
  };
}
