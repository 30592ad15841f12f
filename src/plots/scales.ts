/** From values to places, and the round numbers that stand at an axis. */

/** From a value to a place in the picture. */
export interface Scale {
  (value: number): number;
  readonly from: number;
  readonly to: number;
  /** Places of `from` and `to`. */
  readonly begin: number;
  readonly end: number;
}

/** A linear scale. */
export const linear = (from: number, to: number, begin: number, end: number): Scale =>
  Object.assign((value: number) => begin + ((value - from) / (to - from)) * (end - begin), { from, to, begin, end });

/** A logarithmic scale; values are above 0. */
export function logarithmic(from: number, to: number, begin: number, end: number): Scale {
  const inner = linear(Math.log(from), Math.log(to), begin, end);
  return Object.assign((value: number) => inner(Math.log(value)), { from, to, begin, end });
}

/** Evenly spaced values from 0. */
export const steps = (to: number, by: number): readonly number[] =>
  Array.from({ length: Math.floor(to / by + 1e-9) + 1 }, (_, k) => Number((k * by).toPrecision(12)));

/** Round highest values of an axis, as multiples of a power of ten, with the distance of the ticks. */
const TOPS = [
  [1, 0.2],
  [1.5, 0.5],
  [2, 0.5],
  [3, 1],
  [4, 1],
  [5, 1],
  [6, 2],
  [8, 2],
  [10, 2],
] as const;

/** A round highest value for an axis, at least `highest` (above 0), and the distance of its ticks. */
export function niceTop(highest: number): { readonly top: number; readonly by: number } {
  const power = 10 ** Math.floor(Math.log10(highest));
  const [top, by] = TOPS.find(([factor]) => factor * power >= highest) ?? TOPS.at(-1)!;
  return { top: top * power, by: by * power };
}
