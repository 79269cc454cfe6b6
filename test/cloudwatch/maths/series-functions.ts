import { array, nameOfKind, present, scalar, series, type Series, type Value } from './value';

/* The functions of "Functions supported for metric math" that read values alone.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html */

export type SeriesFunction = (value: Value, timestamps: readonly number[]) => Value;

/** TS → TS and TS[] → TS[]. */
const ofEach =
  (change: (values: Series, timestamps: readonly number[]) => Series): SeriesFunction =>
  (value, timestamps) => {
    if (value.kind === 'scalar')
      throw new Error(`expected a time series or an array of them, found ${nameOfKind[value.kind]}.`);
    return value.kind === 'series'
      ? series(change(value.values, timestamps))
      : array(value.series.map((one) => series(change(one, timestamps))).flatMap(seriesOf));
  };

const seriesOf = (value: Value): readonly Series[] => (value.kind === 'series' ? [value.values] : []);

const ofEachPoint = (change: (value: number) => number): SeriesFunction =>
  ofEach((values) => values.map((value) => (value === undefined ? undefined : change(value))));

/** TS → S over all data points, TS[] → TS over the series at each timestamp. */
const summary =
  (of: (values: readonly number[], places: number) => number | undefined): SeriesFunction =>
  (value, timestamps) => {
    switch (value.kind) {
      case 'scalar':
        throw new Error(`expected a time series or an array of them, found ${nameOfKind[value.kind]}.`);
      case 'series':
        return scalar(of(present(value.values), value.values.length));
      case 'array':
        return series(
          timestamps.map((_, index) =>
            of(present(value.series.map((one) => one[index])), value.series.length),
          ),
        );
    }
  };

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const unlessEmpty =
  (of: (values: readonly number[], places: number) => number) =>
  (values: readonly number[], places: number): number | undefined =>
    values.length === 0 ? undefined : of(values, places);

/** The difference to the preceding data point, and how many seconds before it stands. */
const steps = (result: (difference: number, seconds: number) => number): SeriesFunction =>
  ofEach((values, timestamps) => {
    let previous: { readonly value: number; readonly at: number } | undefined;
    return values.map((value, index) => {
      const at = timestamps[index] ?? 0;
      if (value === undefined) return undefined;
      const step = previous && result(value - previous.value, at - previous.at);
      previous = { value, at };
      return step;
    });
  });

function deviation(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / values.length);
}

export const seriesFunctions: Readonly<Record<string, SeriesFunction>> = {
  ABS: ofEachPoint(Math.abs),
  CEIL: ofEachPoint(Math.ceil),
  FLOOR: ofEachPoint(Math.floor),
  LOG: ofEachPoint(Math.log),
  LOG10: ofEachPoint(Math.log10),
  /** "Missing values are treated as 0": the divisor counts them. */
  AVG: summary(unlessEmpty((values, places) => sum(values) / places)),
  SUM: summary(unlessEmpty(sum)),
  MIN: summary(unlessEmpty((values) => Math.min(...values))),
  MAX: summary(unlessEmpty((values) => Math.max(...values))),
  STDDEV: summary(unlessEmpty(deviation)),
  DATAPOINT_COUNT: summary((values) => values.length),
  DIFF: steps((difference) => difference),
  DIFF_TIME: steps((_, seconds) => seconds),
  RATE: steps((difference, seconds) => difference / seconds),
  RUNNING_SUM: ofEach((values) => {
    let total = 0;
    return values.map((value) => (value === undefined ? undefined : (total += value)));
  }),
};
