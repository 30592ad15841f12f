/** What a crowd does at each time: its median and the bands that hold the middle half and the middle nine tenths. */

export interface Band {
  readonly median: readonly number[];
  readonly p05: readonly number[];
  readonly p25: readonly number[];
  readonly p75: readonly number[];
  readonly p95: readonly number[];
}

/** Digits that an answer keeps; the error of the solver lies beyond them. */
const DIGITS = 6;

/** A number with the digits that an answer keeps. */
export const kept = (value: number): number => Number(value.toPrecision(DIGITS));

/**
 * The bands of values that stand in rows of people, one row for each time. Sorts the rows in place.
 * Quantiles interpolate between the two nearest people (the seventh definition of Hyndman and Fan 1996).
 */
export function bandsOf(rows: readonly Float64Array[]): Band {
  const sorted = rows.map((row) => row.sort());
  const at = (share: number) => sorted.map((row) => kept(quantile(row, share)));
  return { median: at(0.5), p05: at(0.05), p25: at(0.25), p75: at(0.75), p95: at(0.95) };
}

/** @param sorted ascending, at least one value */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (place - below) * (high - low);
}
