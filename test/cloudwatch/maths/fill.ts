import { array, nameOfKind, series, type Series, type Value } from './value';

/** What FILL puts where a data point is missing. */
export type Filler = Value | 'REPEAT' | 'LINEAR';

/**
 * FILL: a number, REPEAT ("the most recent actual value of the metric before the missing value") or
 * LINEAR ("a linear interpolation between the values at the beginning and the end of the gap"). An
 * array of time series may also be filled from a time series. What has no value before it, or no
 * value on one side for LINEAR, stays missing.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
export function fill(value: Value, filler: Filler): Value {
  if (value.kind === 'array') return array(value.series.map((one) => filled(one, filler)));
  if (value.kind === 'scalar')
    throw new Error(`FILL: expected a time series or an array of them, found ${nameOfKind[value.kind]}.`);
  if (typeof filler !== 'string' && filler.kind !== 'scalar')
    throw new Error(
      `FILL: a time series is filled with a number, REPEAT or LINEAR, found ${nameOfKind[filler.kind]}.`,
    );
  return series(filled(value.values, filler));
}

function filled(values: Series, filler: Filler): Series {
  if (filler === 'REPEAT') {
    let last: number | undefined;
    return values.map((value) => (last = value ?? last));
  }
  if (filler === 'LINEAR') return values.map((value, index) => value ?? between(values, index));
  if (filler.kind === 'scalar') return values.map((value) => value ?? filler.value);
  if (filler.kind === 'series') return values.map((value, index) => value ?? filler.values[index]);
  throw new Error(
    `FILL: the filler is a number, a time series, REPEAT or LINEAR, found ${nameOfKind[filler.kind]}.`,
  );
}

function between(values: Series, index: number): number | undefined {
  const before = values.findLastIndex((value, at) => at < index && value !== undefined);
  const after = values.findIndex((value, at) => at > index && value !== undefined);
  const [first, last] = [values[before], values[after]];
  if (first === undefined || last === undefined) return undefined;
  return first + ((last - first) * (index - before)) / (after - before);
}
