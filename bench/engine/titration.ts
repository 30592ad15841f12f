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
import { readModel, type ModelPart } from '../../src/engine/readModel.ts';

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

export type ModelText = string | readonly ModelPart[];

/** People on whom a grid is searched first, and how many are added when some are above the tolerance. */
const SAMPLE = 32;
const ADDED = 8;

/** Errors by individual: the largest, and that of the middle one. */
export interface Errors {
  readonly most: number;
  readonly median: number;
  readonly each: Float64Array;
}

export class Titration {
  /** With the inputs as parameters behind the others, as every contestant reads it. */
  readonly model: Model;
  readonly program: Program;
  readonly people: readonly Float64Array[];
  readonly #compiled = new Map<Arithmetic, Compiled>();
  truth: Float64Array = new Float64Array(0);
  #floors: readonly number[] = [];

  /** As it was written, with its inputs; for the engine itself. */
  readonly source: Model;

  /** @throws Error when the text is no model */
  constructor(text: ModelText, people: number, { seed = 20, nodes = 3 } = {}) {
    const { model, problems } = readModel(text);
    if (model === undefined) throw new Error(JSON.stringify(problems));
    this.source = model;
    this.program = programOf(model, nodes).program!;
    this.model = this.program.model;
    const inputs = model.inputs.map(({ value }) => value);
    this.people = drawParameters(model, seed, 0, people).map((drawn) => Float64Array.of(...drawn, ...inputs));
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

  /** The outputs of these people, an even number of them. */
  solve(kernel: Kernel, who: readonly number[] = this.#everybody()): Float64Array {
    const all = new Float64Array(who.length * this.size);
    for (let k = 0; k + 1 < who.length; k += 2)
      kernel.solve(
        [this.people[who[k]!]!, this.people[who[k + 1]!]!],
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

  /** Errors of answers for these people, in their order. */
  errors(found: Float64Array, who: readonly number[] = this.#everybody()): Errors {
    const each = new Float64Array(found.length / this.size);
    found.forEach((value, k) => {
      const place = Math.floor(k / this.size);
      const truth = this.truth[who[place]! * this.size + (k % this.size)]!;
      const error = Math.abs(value - truth) / (Math.abs(truth) + this.#floors[k % this.#floors.length]!);
      if (!(error <= each[place]!)) each[place] = error;
    });
    const sorted = each.toSorted();
    return { most: sorted.at(-1)!, median: sorted[sorted.length >> 1]!, each };
  }

  #everybody(): readonly number[] {
    return this.people.map((_, who) => who);
  }

  /**
   * The grid with the fewest steps whose largest error over all people is within the tolerance. It is searched on a
   * sample, to which those are added who are above the tolerance on what was found.
   */
  gridFor(tolerance: number): Grid {
    const order = 2 * this.program.nodes;
    const errors = (grid: Grid, who: readonly number[]) =>
      this.errors(this.solve(this.kernel(grid, 'portable'), who), who);
    let sample = this.#everybody().slice(0, SAMPLE);
    for (;;) {
      const found = searchGrid(24, order, (grid) => errors(grid, sample).most / tolerance);
      if (found === undefined) throw new Error(`no grid meets ${tolerance}`);
      const grid = gridOf(24, found.counts, found.ratio);
      const { each, most } = errors(grid, this.#everybody());
      if (most <= tolerance) return grid;
      const others = this.#everybody().filter((who) => !sample.includes(who));
      sample = [...sample, ...others.sort((a, b) => each[b]! - each[a]!).slice(0, ADDED)];
    }
  }
}
