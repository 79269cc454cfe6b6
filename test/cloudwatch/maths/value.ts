/** The values of one metric at the timestamps of a request; undefined where no data point is. */
export type Series = readonly (number | undefined)[];

/** "Data type abbreviations" of the documentation: S, TS and TS[], and what a function alone reads. */
export type Value =
  | { readonly kind: 'scalar'; readonly value: number | undefined }
  | { readonly kind: 'series'; readonly values: Series }
  | { readonly kind: 'array'; readonly series: readonly Series[] };

export const scalar = (value: number | undefined): Value => ({ kind: 'scalar', value: finite(value) });
export const series = (values: Series): Value => ({ kind: 'series', values: values.map(finite) });
export const array = (all: readonly Series[]): Value => ({ kind: 'array', series: all });

/** A result that is no number, such as the logarithm of 0, is no data point. */
const finite = (value: number | undefined): number | undefined =>
  value !== undefined && Number.isFinite(value) ? value : undefined;

/** The name of a kind of value as the documentation writes it. */
export const nameOfKind = { scalar: 'a number', series: 'a time series', array: 'an array of time series' };

export const present = (values: Series): readonly number[] => values.filter((value) => value !== undefined);
