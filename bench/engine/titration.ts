/**
 * What every contestant solves: 84 nights of a four-level titration, outputs just before each dose, for people drawn
 * from the spreads of the model; and how far an answer is from the truth.
 */
import { gridOf, planOf, type Grid, type Mark, type Plan } from '../../src/engine/grid.ts';
import { compiled, Kernel, type Arithmetic, type Compiled } from '../../src/engine/kernel/kernel.ts';
import { programOf, type Program } from '../../src/engine/kernel/program.ts';
import type { Model } from '../../src/engine/model.ts';
import { searchGrid } from '../../src/engine/gridSearch.ts';
import { drawParameters } from '../../src/engine/random.ts';
import { readModel } from '../../src/engine/readModel.ts';

export const DAYS = 84;
export const AMOUNTS: readonly number[] = Array.from(
  { length: DAYS },
  (_, day) => [0.5, 1.5, 3, 4.5][Math.min(3, Math.floor(day / 14))]!,
);
const MARKS: readonly Mark[] = Array.from({ length: DAYS + 1 }, (_, day) => ({
  at: 24 * day,
  ...(day < DAYS ? { dose: day } : {}),
  ...(day > 0 ? { outputBefore: day - 1 } : {}),
}));

/** Errors by individual: the largest, and that of the middle one. */
export interface Errors {
  readonly most: number;
  readonly median: number;
  readonly each: Float64Array;
}

export class Titration {
  readonly model: Model;
  readonly program: Program;
  readonly people: readonly Float64Array[];
  readonly #compiled = new Map<Arithmetic, Compiled>();
  truth: Float64Array = new Float64Array(0);
  #floors: readonly number[] = [];

  constructor(text: string, people: number, seed = 20) {
    const { model, problems } = readModel(text);
    if (model === undefined) throw new Error(JSON.stringify(problems));
    this.model = model;
    this.program = programOf(model).program!;
    this.people = drawParameters(model, seed, 0, people);
  }

  /** Numbers in the answer for one individual. */
  get size(): number {
    return DAYS * this.model.outputs.length;
  }

  planFor(grid: Grid): Plan {
    return planOf(0, MARKS, grid);
  }

  kernel(grid: Grid, arithmetic: Arithmetic): Kernel {
    const code = this.#compiled.get(arithmetic) ?? compiled(this.program, arithmetic)!;
    this.#compiled.set(arithmetic, code);
    return new Kernel(code, this.planFor(grid), 0);
  }

  solve(kernel: Kernel, count = this.people.length): Float64Array {
    const all = new Float64Array(count * this.size);
    for (let k = 0; k + 1 < count; k += 2)
      kernel.solve(
        [this.people[k]!, this.people[k + 1]!],
        [AMOUNTS, AMOUNTS],
        [this.row(all, k), this.row(all, k + 1)],
      );
    return all;
  }

  row(all: Float64Array, who: number): Float64Array {
    return all.subarray(who * this.size, (who + 1) * this.size);
  }

  /** Sets what errors are measured against; they are relative to |truth| + 1 % of the median size of the output. */
  believe(truth: Float64Array): void {
    const count = this.model.outputs.length;
    this.truth = truth;
    this.#floors = Array.from({ length: count }, (_, column) => {
      const sizes = truth
        .filter((__, k) => k % count === column)
        .map(Math.abs)
        .sort();
      return 0.01 * sizes[sizes.length >> 1]!;
    });
  }

  errors(found: Float64Array): Errors {
    const each = new Float64Array(found.length / this.size);
    found.forEach((value, k) => {
      const truth = this.truth[k]!;
      const error = Math.abs(value - truth) / (Math.abs(truth) + this.#floors[k % this.#floors.length]!);
      const who = Math.floor(k / this.size);
      if (!(error <= each[who]!)) each[who] = error;
    });
    const sorted = each.toSorted();
    return { most: sorted.at(-1)!, median: sorted[sorted.length >> 1]!, each };
  }

  /** The grid with the fewest steps whose largest error over all people is within the tolerance. */
  gridFor(tolerance: number): Grid {
    const order = 2 * this.program.nodes;
    const most = (grid: Grid) => this.errors(this.solve(this.kernel(grid, 'portable'))).most;
    const sample = Math.min(this.people.length, 96);
    const found = searchGrid(
      24,
      order,
      (grid) => this.errors(this.solve(this.kernel(grid, 'portable'), sample)).most / tolerance,
    );
    if (found === undefined) throw new Error(`no grid meets ${tolerance}`);
    let extra = 0;
    const widened = () =>
      gridOf(
        24,
        found.counts.map((count, k) => count + (k === 2 ? extra : 0)),
        found.ratio,
      );
    while (most(widened()) > tolerance) extra++;
    return widened();
  }
}
