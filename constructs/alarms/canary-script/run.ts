import { asking } from './answers';
import { stepsOf, type Chosen } from './checks';

export interface CanarySettings extends Chosen {
  /** Address of the edge, such as `https://shop.example.com`. */
  readonly url: string;
}

export interface StepResult {
  readonly step: string;
  readonly milliseconds: number;
  /** Why it failed. @default - it passed */
  readonly problem?: string;
}

/**
 * Takes the steps in order, also those after a failed one, so that one run shows everything that is down.
 *
 * @param report gets the result of each step
 * @throws with the name of each step that failed
 */
export async function takeSteps(
  settings: CanarySettings,
  report: (result: StepResult) => void,
  answerMs?: number,
): Promise<void> {
  const ask = asking(settings.url, answerMs);
  const problems: string[] = [];
  for (const { name, run } of stepsOf(settings)) {
    const began = Date.now();
    const problem = await run(ask).then(
      () => undefined,
      (reason: unknown) => (reason instanceof Error ? reason.message : String(reason)),
    );
    report({ step: name, milliseconds: Date.now() - began, ...(problem !== undefined && { problem }) });
    if (problem !== undefined) problems.push(`${name}: ${problem}`);
  }
  if (problems.length > 0) throw new Error(problems.join(' '));
}

const hour = 3_600_000;

/**
 * Whether the first run of an hour is this one. It needs no memory: an hour began since the run before.
 *
 * @param now milliseconds since 1970
 * @param minutes between two runs
 */
export function isFirstOfHour(now: number, minutes: number): boolean {
  return Math.floor(now / hour) !== Math.floor((now - minutes * 60_000) / hour);
}
