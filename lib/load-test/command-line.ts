import type { LoadTestResult } from './result';

/** The command that repeats a load test, without the files that it writes. */
export function commandOf(result: LoadTestResult): string {
  const { url, deployment, ratePerSecond, seconds, orders, chat } = result;
  return [
    `npm run load-test -- ${url}`,
    `--deployment ${deployment}`,
    `--rate ${ratePerSecond}`,
    `--seconds ${seconds}`,
    ...(orders ? ['--orders'] : []),
    ...(chat ? ['--chat'] : []),
  ].join(' ');
}
