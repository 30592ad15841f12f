/**
 * A pilot of a few people finds the grid for a model, a schedule and a tolerance, and how large each output is. It draws
 * from the model with a seed of its own, so everybody who asks gets the same answer.
 */
import { difference, type KernelWork } from './byKernel.ts';
import { gridOf, type Grid } from './grid.ts';
import { searchGrid } from './gridSearch.ts';
import type { Model } from './model.ts';
import { drawParameters } from './random.ts';

/** The grid is searched on the first few people of the pilot and checked on all of them. */
const SEARCHED_ON = 6;
const PEOPLE = 32;
const SEED = 1;
const STREAM = 0xfffffffe;
/** How often the check on all people may ask for a tenth more steps than the search found. */
const MOST_REFINEMENTS = 30;
/** The pilot must do better than the tolerance, since it sees few individuals. */
const MARGIN = 0.4;
/** Steps of each stretch in the first guess at the truth, and how far halving may still move it, in tolerances. */
const FINE_STEPS = 24;
const TRUTH_WITHIN = 0.1;
/** Halving that leaves this much of the difference has met rounding, of at most this size. */
const STAGNATION = 0.7;
const NOISE = 1e-11;
/** Errors are relative to the size of an output plus this share of its median size. */
const FLOOR = 0.01;

export interface Chosen {
  readonly grid: Grid;
  readonly floors: readonly number[];
}

export class Pilot {
  readonly #work: KernelWork;
  readonly #people: readonly Float64Array[];
  readonly #tolerance: number;
  readonly #order: number;
  #floors: number[];

  constructor(work: KernelWork, model: Model, tolerance: number, order: number) {
    this.#work = work;
    this.#people = drawParameters(model, SEED, 0, PEOPLE, STREAM);
    this.#tolerance = tolerance;
    this.#order = order;
    this.#floors = model.outputs.map(() => 0);
  }

  /** The floors alone, for a grid that is given. */
  floorsOn(grid: Grid): readonly number[] {
    const rows = this.#work.on(grid, this.#people.slice(0, SEARCHED_ON));
    return floorsOf(rows, this.#floors.length);
  }

  /** The grid with the fewest steps that the search found; `undefined` when nothing it tried met the tolerance. */
  chosen(): Chosen | undefined {
    const { interval } = this.#work;
    this.#floors = [...this.floorsOn(gridOf(interval, [16, 16, 16], 4))];
    const truth = this.#truth(interval);
    if (truth === undefined) return undefined;
    const error = (grid: Grid, count: number) =>
      this.#largest(this.#work.on(grid, this.#people.slice(0, count)), truth) / MARGIN;
    const found = searchGrid(interval, this.#order, (grid) => error(grid, SEARCHED_ON));
    if (found === undefined) return undefined;
    for (let finer = 0; finer <= MOST_REFINEMENTS; finer++) {
      const counts = found.counts.map((count) => Math.ceil(count * (1 + 0.1 * finer)));
      const grid = gridOf(interval, counts, found.ratio);
      if (error(grid, PEOPLE) <= 1) return { grid, floors: this.#floors };
    }
    return undefined;
  }

  /**
   * The pilot's outputs on a grid so fine that halving it changes little. When halving no longer helps, what is left is
   * rounding; outputs that consist of it (a sine at its zeros) are then not held to a relative error.
   */
  #truth(interval: number): readonly Float64Array[] | undefined {
    const on = (steps: number) => this.#work.on(gridOf(interval, [steps, steps, steps], 4), this.#people);
    let before = on(FINE_STEPS);
    let last = Infinity;
    for (let steps = 2 * FINE_STEPS; steps <= 16 * FINE_STEPS; steps *= 2) {
      const now = on(steps);
      const moved = this.#largest(now, before);
      if (moved >= TRUTH_WITHIN && moved > STAGNATION * last) this.#excuseNoise(now, before);
      if (this.#largest(now, before) < TRUTH_WITHIN) return now;
      [before, last] = [now, moved];
    }
    return undefined;
  }

  #largest(a: readonly Float64Array[], b: readonly Float64Array[]): number {
    return Math.max(...a.map((row, k) => difference(row, b[k]!, this.#floors, this.#tolerance)));
  }

  /** Raises the floor of an output to where what rounding does to it is within the tolerance. */
  #excuseNoise(a: readonly Float64Array[], b: readonly Float64Array[]): void {
    const count = this.#floors.length;
    a.forEach((row, who) =>
      row.forEach((value, k) => {
        const gap = Math.abs(value - b[who]![k]!);
        const needed = (4 * gap) / (this.#tolerance * TRUTH_WITHIN);
        if (gap < NOISE) this.#floors[k % count] = Math.max(this.#floors[k % count]!, needed);
      }),
    );
  }
}

/** A share of the median size of each output over people and times. */
function floorsOf(rows: readonly Float64Array[], count: number): readonly number[] {
  return Array.from({ length: count }, (_, column) => {
    const sizes = rows.flatMap((row) =>
      Array.from(
        row.filter((__, k) => k % count === column),
        Math.abs,
      ),
    );
    return FLOOR * (sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0);
  });
}
