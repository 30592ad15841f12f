/**
 * A population solved by a kernel on one grid, or on several where the mode asks for it. What an individual gets depends
 * on that individual alone: also how often his grid was halved.
 */
import { halved, planOf, type Grid, type Plan } from './grid.ts';
import { Kernel, type Compiled } from './kernel/kernel.ts';
import { longestGap, marksOf, type Marks } from './marks.ts';
import type { Model } from './model.ts';
import type { PopulationRequest, Solved } from './populationRequest.ts';
import { ownValue } from './simulate.ts';

/** Individuals between two audits in the mode `fast`. */
export const AUDIT_EVERY = 32;
const MOST_LEVELS = 5;

/** The largest difference of two answers in units of the tolerance, relative to |b| + the floor of the output. */
export function difference(a: Float64Array, b: Float64Array, floors: readonly number[], tolerance: number): number {
  let most = 0;
  for (let k = 0; k < a.length; k++) {
    if (a[k] === b[k]) continue;
    const size = Math.abs(a[k]! - b[k]!) / (Math.abs(b[k]!) + floors[k % floors.length]!);
    if (!(size <= most)) most = size;
  }
  return most / tolerance;
}

export class KernelWork {
  readonly #model: Model;
  readonly #request: PopulationRequest;
  readonly #code: Compiled;
  readonly #marks: Marks;
  readonly #inputs: readonly number[];
  #levels: Kernel[] = [];
  #grid: Grid = { stretches: [] };
  #floors: readonly number[] = [];

  constructor(model: Model, request: PopulationRequest, code: Compiled) {
    this.#model = model;
    this.#request = request;
    this.#code = code;
    this.#marks = marksOf(model, request);
    this.#inputs = model.inputs.map(({ name, value }) => ownValue(request.inputs ?? {}, name) ?? value);
  }

  #kernel(grid: Grid): Kernel {
    const from = this.#request.from ?? 0;
    const plan: Plan = planOf(from, this.#marks.marks, grid);
    return new Kernel(this.#code, plan, from);
  }

  /** The longest time between doses. */
  get interval(): number {
    return longestGap(this.#marks.marks, this.#request.from ?? 0);
  }

  /** Sets the grid, and the size of each output below which an error counts as absolute. */
  use(grid: Grid, floors: readonly number[]): void {
    this.#grid = grid;
    this.#floors = floors;
    this.#levels = [this.#kernel(grid)];
  }

  /** The outputs of people on a grid. */
  on(grid: Grid, people: readonly ArrayLike<number>[]): readonly Float64Array[] {
    const kernel = this.#kernel(grid);
    const out: Float64Array[] = [];
    for (let k = 0; k < people.length; k += 2) out.push(...this.#run(kernel, people.slice(k, k + 2), undefined));
    return out;
  }

  #run(
    kernel: Kernel,
    parameters: readonly ArrayLike<number>[],
    factors: readonly ArrayLike<number>[] | undefined,
  ): readonly Float64Array[] {
    const whole = parameters.map((row) => (this.#inputs.length === 0 ? row : [...Array.from(row), ...this.#inputs]));
    const amounts = parameters.map((_, k) => this.#amounts(factors?.[k]));
    const out = parameters.map(() => new Float64Array(this.#request.observe.length * this.#model.outputs.length));
    kernel.solve(whole, amounts, out);
    return out;
  }

  #amounts(factors: ArrayLike<number> | undefined): Float64Array {
    const rows = new Float64Array(this.#marks.size);
    for (const { slot, amount, given } of this.#marks.doses)
      rows[slot]! += factors === undefined ? amount : amount * factors[given]!;
    return rows;
  }

  #difference(a: Float64Array, b: Float64Array): number {
    return difference(a, b, this.#floors, this.#request.tolerance);
  }

  solve(
    first: number,
    parameters: readonly ArrayLike<number>[],
    factors: readonly ArrayLike<number>[] | undefined,
  ): readonly Solved[] {
    const solved: Solved[] = [];
    for (let k = 0; k < parameters.length; k += 2) {
      const pair = parameters.slice(k, k + 2);
      const pairFactors = factors?.slice(k, k + 2);
      const coarse = this.#run(this.#level(0), pair, pairFactors);
      const audited = pair.map(
        (_, lane) => this.#request.mode === 'certified' || (first + k + lane) % AUDIT_EVERY === 0,
      );
      const fine = audited.includes(true) ? this.#run(this.#level(1), pair, pairFactors) : coarse;
      pair.forEach((row, lane) => {
        const own = pairFactors?.[lane];
        solved.push(
          audited[lane]!
            ? this.#settled(coarse[lane]!, fine[lane]!, row, own)
            : this.#checked(coarse[lane]!, undefined, 0),
        );
      });
    }
    return solved;
  }

  #level(level: number): Kernel {
    while (this.#levels.length <= level) {
      let grid = this.#grid;
      for (let k = 0; k < this.#levels.length; k++) grid = halved(grid);
      this.#levels.push(this.#kernel(grid));
    }
    return this.#levels[level]!;
  }

  /** In `fast` the audit only measures; in `certified` it decides. */
  #settled(
    coarse: Float64Array,
    fine: Float64Array,
    row: ArrayLike<number>,
    factors: ArrayLike<number> | undefined,
  ): Solved {
    if (this.#request.mode === 'fast') return this.#checked(coarse, this.#difference(coarse, fine), 0);
    let [before, now] = [coarse, fine];
    for (let level = 1; ; level++) {
      const difference = this.#difference(before, now);
      if (difference <= 1 || level >= MOST_LEVELS) return this.#checked(now, difference, level);
      before = now;
      [now] = this.#run(this.#level(level + 1), [row], factors === undefined ? undefined : [factors]) as [Float64Array];
    }
  }

  #checked(outputs: Float64Array, difference: number | undefined, level: number): Solved {
    const count = this.#model.outputs.length;
    const bad = outputs.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) {
      const failed = `${this.#model.outputs[bad % count]!.name} is ${outputs[bad]} at ${this.#request.observe[Math.floor(bad / count)]}`;
      return { outputs, difference, level, failed };
    }
    if (this.#request.mode === 'certified' && !(difference! <= 1))
      return {
        outputs,
        difference,
        level,
        failed: `two grids still differ by ${difference!.toFixed(1)} tolerances after ${level} halvings`,
      };
    return { outputs, difference, level };
  }
}
