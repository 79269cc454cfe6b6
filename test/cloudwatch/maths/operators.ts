import type { Operator } from './parse';
import { array, nameOfKind, scalar, series, type Series, type Value } from './value';

/**
 * What an operation over two time series does at a timestamp where one of them has no data point.
 * - `zero`: the missing value counts as 0. So the documentation says: "Missing values in a time
 *   series are treated as 0", for arithmetic and for comparison.
 *   https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 * - `gap`: the result has no data point either. Many people expect this. A scenario that holds under
 *   both does not depend on it.
 *
 * A timestamp at which neither series has a data point has none in the result.
 */
export type MissingOperand = 'zero' | 'gap';

type Numbers = (left: number, right: number) => number | undefined;

const truth = (condition: boolean): number => (condition ? 1 : 0);

/** Division by zero: "the data point is dropped" (same page, "Basic arithmetic functions"). */
const calculations: Readonly<Record<Operator, Numbers>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => (right === 0 ? undefined : left / right),
  '^': (left, right) => left ** right,
  '==': (left, right) => truth(left === right),
  '!=': (left, right) => truth(left !== right),
  '<=': (left, right) => truth(left <= right),
  '>=': (left, right) => truth(left >= right),
  '<': (left, right) => truth(left < right),
  '>': (left, right) => truth(left > right),
  AND: (left, right) => truth(left !== 0 && right !== 0),
  OR: (left, right) => truth(left !== 0 || right !== 0),
};

/** The other operators take "a pair of time series or a pair of single scalar values", or one of each. */
const takesArrays: ReadonlySet<Operator> = new Set(['+', '-', '*', '/', '^']);

/** Throws when the operator does not take such values. */
export function applyOperator(operator: Operator, left: Value, right: Value, missing: MissingOperand): Value {
  if (!takesArrays.has(operator) && (left.kind === 'array' || right.kind === 'array'))
    throw new Error(
      `"${operator}" compares time series or numbers, found ${nameOfKind[left.kind]} and ${nameOfKind[right.kind]}.`,
    );
  return combine(calculations[operator], left, right, missing, operator);
}

function combine(
  numbers: Numbers,
  left: Value,
  right: Value,
  missing: MissingOperand,
  operator: string,
): Value {
  if (left.kind === 'array' && right.kind === 'array')
    throw new Error(`"${operator}" takes one array of time series at most, found two.`);
  if (left.kind === 'array')
    return array(left.series.map((one) => valuesOf(combine(numbers, series(one), right, missing, operator))));
  if (right.kind === 'array')
    return array(right.series.map((one) => valuesOf(combine(numbers, left, series(one), missing, operator))));
  if (left.kind === 'scalar' && right.kind === 'scalar')
    return scalar(both(numbers, left.value, right.value));
  if (left.kind === 'scalar') return series(valuesOf(right).map((value) => both(numbers, left.value, value)));
  if (right.kind === 'scalar') return series(left.values.map((value) => both(numbers, value, right.value)));
  return series(
    left.values.map((value, index) => {
      const other = right.values[index];
      if (value === undefined && other === undefined) return undefined;
      return missing === 'zero' ? numbers(value ?? 0, other ?? 0) : both(numbers, value, other);
    }),
  );
}

const both = (numbers: Numbers, left: number | undefined, right: number | undefined) =>
  left === undefined || right === undefined ? undefined : numbers(left, right);

const valuesOf = (value: Value): Series => (value.kind === 'series' ? value.values : []);
