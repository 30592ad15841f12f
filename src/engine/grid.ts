/**
 * The steps of a fixed grid. A pattern says how long a step may be at a time since the last dose; marks (doses and output
 * times) always end a step. Few distinct step sizes are an advantage: each
 * needs its own table of weights for each individual.
 */
import { wholePower } from './elementary.ts';
import { areOneTime } from './schedule.ts';

/** Stretches of equal steps after a dose; the last one goes on until the next dose. */
export interface Grid {
  readonly stretches: readonly { readonly steps: number; readonly size: number }[];
}

/** A time at which something is given or read. */
export interface Mark {
  readonly at: number;
  /** Row of amounts given here. */
  readonly dose?: number;
  readonly outputBefore?: number;
  readonly outputAfter?: number;
}

export type Action =
  | { readonly kind: 'step'; readonly size: number }
  | { readonly kind: 'dose'; readonly row: number }
  | { readonly kind: 'observe'; readonly row: number };

export interface Plan {
  readonly sizes: readonly number[];
  readonly actions: readonly Action[];
}

/** Relative difference below which two step sizes are one. */
const SAME = 1e-9;

/** The steps from `from` through all marks, which come in order of time. */
export function planOf(from: number, marks: readonly Mark[], grid: Grid): Plan {
  const sizes: number[] = [];
  const actions: Action[] = [];
  const sizeIndex = (size: number): number => {
    const known = sizes.findIndex((one) => Math.abs(one - size) <= SAME * size);
    return known >= 0 ? known : sizes.push(size) - 1;
  };
  let time = from;
  let lastDose = from;
  for (const mark of marks) {
    const sizesOfSteps = areOneTime(time, mark.at) ? [] : stepsBetween(time - lastDose, mark.at - lastDose, grid);
    for (const size of sizesOfSteps) actions.push({ kind: 'step', size: sizeIndex(size) });
    time = mark.at;
    if (mark.outputBefore !== undefined) actions.push({ kind: 'observe', row: mark.outputBefore });
    if (mark.dose !== undefined) {
      actions.push({ kind: 'dose', row: mark.dose });
      lastDose = time;
    }
    if (mark.outputAfter !== undefined) actions.push({ kind: 'observe', row: mark.outputAfter });
  }
  return { sizes, actions };
}

/** Step sizes between two times since the last dose: each at most what the pattern allows where it begins. */
function stepsBetween(begin: number, end: number, grid: Grid): number[] {
  const steps: number[] = [];
  for (let at = begin; end - at > SAME * end;) {
    const size = sizeAt(at, grid);
    const step = end - at <= size * (1 + SAME * 10) ? end - at : size;
    steps.push(step);
    at += step;
  }
  return steps;
}

/** The step size of the stretch that holds a time since the last dose. */
function sizeAt(time: number, { stretches }: Grid): number {
  let end = 0;
  for (const { steps, size } of stretches) {
    end += steps * size;
    if (time < end * (1 - SAME)) return size;
  }
  const last = stretches.at(-1);
  if (last === undefined) throw new Error('a grid without stretches');
  return last.size;
}

/** Three stretches with step sizes in the ratio 1 : ratio : ratio^2 that together fill an interval. */
export function gridOf(interval: number, counts: readonly number[], ratio: number): Grid {
  const total = counts.reduce((sum, count, k) => sum + count * wholePower(ratio, k), 0);
  const stretches = counts
    .map((steps, k) => ({ steps, size: (interval / total) * wholePower(ratio, k) }))
    .filter(({ steps }) => steps > 0);
  return { stretches };
}

/** The same grid with every step halved. */
export const halved = ({ stretches }: Grid): Grid => ({
  stretches: stretches.map(({ steps, size }) => ({ steps: 2 * steps, size: size / 2 })),
});
