import type { LoadTestResult } from './result';
import { kindOf, stepNames } from './steps';
import { shown } from './table';
import { mostRefusedPercent, type Row } from './verdict';

/** What the result means, in sentences: the verdict first, then each reason, then what the run left out. */
export function messagesOf(result: LoadTestResult): readonly string[] {
  const { rows, orders, chat } = result;
  return [
    verdictInWords(result),
    ...(result.isConnected
      ? []
      : ['The shop stopped taking connections during the run. Read its log and its alarms for the cause.']),
    ...rows.flatMap((row) => reasonFor(row, result)),
    ...result.errorCauses.slice(0, 5).map(({ cause, count }) => `Errors of ${cause}, ${times(count)}.`),
    ...refusals(result),
    ...(orders ? [] : ['Without --orders the run signs nobody up and orders nothing.']),
    ...(chat ? [] : ['Without --chat the run asks the assistant nothing.']),
  ];
}

function verdictInWords({ verdict, thresholds }: LoadTestResult): string {
  const { latencyP95Ms, errorPercent } = thresholds;
  const stated = `p95 below ${latencyP95Ms} ms, at most ${errorPercent} % errors`;
  if (verdict === 'within') return `Within the thresholds: ${stated}.`;
  if (verdict === 'broken') return `A threshold is broken: ${stated}.`;
  return `Not measured: rate limits refused more than ${mostRefusedPercent} % of the requests of a step.`;
}

function reasonFor(row: Row, { thresholds }: LoadTestResult): readonly string[] {
  const { step, requests, errors, refused, p95Ms, thresholdMs, verdict } = row;
  if (verdict === 'latency')
    return [`${step}: p95 is ${shown(p95Ms)} ms and must be below ${thresholdMs ?? 0} ms.`];
  if (verdict === 'errors')
    return [
      `${step}: ${errors} of ${requests - refused} requests are errors, ${percent(errors, requests - refused)}; at most ${thresholds.errorPercent} % may be.`,
    ];
  return verdict === 'refused' ? [`${step}: ${refused} of ${requests} requests were refused with 429.`] : [];
}

/** How to raise what refused, whenever something was refused. */
function refusals({ rows, refusedBy }: LoadTestResult): readonly string[] {
  const settings = stepNames
    .filter((name) => rows.some(({ step, refused }) => step === name && refused > 0))
    .flatMap((name) => kindOf(name).limitedBy);
  const names = [...new Set(settings)].join(', ');
  return refusedBy.map((by) =>
    by === 'application'
      ? `The shop limits requests per address. For the test, raise in container.environment of the deployment file: ${names}.`
      : 'The firewall limits requests per address. For the test, raise edge.waf.requestsPer5Minutes of the deployment file, for the chat edge.waf.chatRequestsPerMinute.',
  );
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const times = (count: number) => (count === 1 ? 'once' : `${count} times`);
