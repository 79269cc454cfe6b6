import { nameOfKind, series, type Value } from './value';

/**
 * IF(condition, trueValue, falseValue), by the rules and tables of "Using IF expressions":
 * - a condition is true when it is not 0,
 * - a timestamp without condition is dropped,
 * - a true condition whose value is missing gives 0,
 * - a false condition whose value is missing or left out is dropped.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
export function choose(condition: Value, whenTrue: Value, whenFalse: Value | undefined): Value {
  for (const value of [condition, whenTrue, whenFalse])
    if (value?.kind === 'array')
      throw new Error(`IF: expected numbers and time series, found ${nameOfKind.array}.`);
  if (condition.kind === 'series')
    return series(
      condition.values.map((decides, index) => {
        if (decides === undefined) return undefined;
        return decides !== 0 ? (at(whenTrue, index) ?? 0) : at(whenFalse, index);
      }),
    );
  const decides = condition.kind === 'scalar' ? condition.value : undefined;
  const chosen = decides === undefined ? undefined : decides !== 0 ? whenTrue : whenFalse;
  if (chosen?.kind === 'series') return chosen;
  const places = [whenTrue, whenFalse].flatMap((value) =>
    value?.kind === 'series' ? [value.values] : [],
  )[0];
  if (places) return series(places.map(() => (chosen?.kind === 'scalar' ? chosen.value : undefined)));
  throw new Error(
    'IF: the condition or one of the two values must be a time series, found numbers only. TIME_SERIES() makes one.',
  );
}

function at(value: Value | undefined, index: number): number | undefined {
  if (value?.kind === 'scalar') return value.value;
  return value?.kind === 'series' ? value.values[index] : undefined;
}
