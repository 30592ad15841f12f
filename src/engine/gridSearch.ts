/**
 * Which fixed grid meets a tolerance. A grid has three stretches of equal steps after a dose; the search looks at a few
 * individuals, measures each candidate against a grid four times finer, and keeps the one with the fewest steps. The
 * number of steps is guessed from the order of the method and then corrected.
 */
import { pow } from './elementary.ts';
import { gridOf, type Grid } from './grid.ts';

export interface Candidate {
  readonly counts: readonly number[];
  readonly ratio: number;
}

/** The error of a grid, in units of the tolerance. */
export type ErrorOf = (grid: Grid) => number;

const RATIOS = [1.6, 2, 2.5, 3.2, 4.2, 5.5, 8];
const MOST_STEPS = 400;

export const totalOf = ({ counts }: Candidate): number => counts.reduce((sum, count) => sum + count, 0);

/** The candidate with the fewest steps whose error is within the tolerance; `undefined` when none of 400 steps is. */
export function searchGrid(interval: number, order: number, errorOf: ErrorOf): Candidate | undefined {
  const known = new Map<string, number>();
  const error = (candidate: Candidate): number => {
    const key = `${candidate.counts.join(' ')} ${candidate.ratio}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = errorOf(gridOf(interval, candidate.counts, candidate.ratio));
    const size = Number.isFinite(found) ? found : Infinity;
    known.set(key, size);
    return size;
  };
  let best = firstWithin(order, error);
  while (best !== undefined && totalOf(best) > 3) {
    const fewer = bestOfTotal(totalOf(best) - 1, best, error);
    if (error(fewer) > 1) break;
    best = fewer;
  }
  return best;
}

/** Equal shares of steps, more of them until the tolerance is met. */
function firstWithin(order: number, error: (candidate: Candidate) => number): Candidate | undefined {
  let total = 12;
  while (total <= MOST_STEPS) {
    const candidate = bestOfTotal(total, { counts: shares(total), ratio: 2 }, error);
    const found = error(candidate);
    if (found <= 1) return candidate;
    const growth = Math.min(2, Math.max(1.1, pow(found, 1 / order)));
    total = Math.ceil(total * growth);
  }
  return undefined;
}

const shares = (total: number): readonly number[] => {
  const third = Math.floor(total / 3);
  return [third, third, total - 2 * third];
};

/** The best shape with a given number of steps, climbing from a neighbour. */
function bestOfTotal(total: number, near: Candidate, error: (candidate: Candidate) => number): Candidate {
  let best = resized(near, total);
  for (let better: Candidate | undefined = best; better !== undefined;) {
    best = better;
    const now = error(best);
    better = neighbours(best)
      .filter((one) => error(one) < now)
      .sort((a, b) => error(a) - error(b))[0];
  }
  return best;
}

function resized(near: Candidate, total: number): Candidate {
  const counts = [...near.counts];
  for (let excess = totalOf(near) - total; excess !== 0; excess += excess > 0 ? -1 : 1) {
    const most = counts.indexOf(Math.max(...counts));
    counts[most]! -= Math.sign(excess);
  }
  return { counts, ratio: near.ratio };
}

function neighbours({ counts, ratio }: Candidate): readonly Candidate[] {
  const moved = [0, 1, 2].flatMap((from) =>
    [0, 1, 2]
      .filter((to) => to !== from && counts[from]! > 1)
      .map((to) => ({ counts: counts.map((count, k) => count + (k === to ? 1 : k === from ? -1 : 0)), ratio })),
  );
  const index = RATIOS.indexOf(ratio);
  return [...moved, ...RATIOS.filter((_, k) => Math.abs(k - index) === 1).map((one) => ({ counts, ratio: one }))];
}
