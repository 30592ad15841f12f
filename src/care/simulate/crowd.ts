/**
 * A crowd of virtual people under one course of doses. Each person is drawn from a virtual study of his own, so the
 * bands hold what differs between people and what is not known of the mean. The numbers of a person depend on the seed
 * and his number alone: batches, progress and cancelling change no byte of what is computed.
 */
import type { Grid } from '../../engine/grid.ts';
import type { Model } from '../../engine/model.ts';
import { populationSolver, type PopulationSolver, type Solved } from '../../engine/population.ts';
import { drawStudy } from '../../knowledge/mechanisms/crowd.ts';
import type { GivenDose } from './doses.ts';

/** What a caller may hear and say while a long simulation runs. */
export interface Running {
  /** Called after each batch with the people done and all people. */
  readonly progress?: (done: number, all: number) => void;
  /** Looked at before each batch; set `cancelled` from `progress` or from elsewhere to stop. */
  readonly signal?: { readonly cancelled: boolean };
  /** People in one batch; 64 when absent. */
  readonly batch?: number;
}

export interface Trial {
  readonly model: Model;
  readonly doses: readonly GivenDose[];
  /** Hours after the beginning, ascending. */
  readonly times: readonly number[];
  /** Inputs of the model by name. */
  readonly inputs: Readonly<Record<string, number>>;
}

export interface Crowd {
  /** For each output asked for, a row of people for each time. People who could not be solved are left out. */
  readonly values: readonly (readonly Float64Array[])[];
  /** Sentences of the solver about people who could not be solved. */
  readonly failed: readonly string[];
}

/** Unit in which the solver reports its error, relative: what a picture can just show. */
const TOLERANCE = 1e-3;

/**
 * Hours of the steps after each dose: short while it is absorbed, long afterwards. Fixed, not searched, so that a crowd
 * of a hundred answers at once. A test holds the curves against the reference solver: within 0.1 % of the largest value.
 */
const GRID: Grid = {
  stretches: [
    { steps: 16, size: 1 / 32 },
    { steps: 12, size: 1 / 8 },
    { steps: 12, size: 1 / 2 },
    { steps: 16, size: 1 },
  ],
};
const UG_PER_MG = 1000;
const BATCH = 64;

/**
 * The solver of a trial.
 * @throws Error when the engine refuses it: the course was to be checked before
 */
export function solverOf({ model, doses, times, inputs }: Trial): PopulationSolver {
  const { solver, problems } = populationSolver(model, {
    events: doses.map(({ amountUg, atH }) => ({ kind: 'dose', at: atH, amount: amountUg / UG_PER_MG })),
    observe: times,
    side: 'after',
    tolerance: TOLERANCE,
    mode: 'fast',
    arithmetic: 'portable',
    inputs,
    grid: GRID,
  });
  if (solver === undefined) throw new Error(problems.map(({ path, found }) => `${path}: ${found}`).join('\n'));
  return solver;
}

/** The typical person alone, or people 0 to `count - 1` of a seed. */
export function peopleOf(model: Model, count: number, seed: number): (person: number) => Float64Array {
  if (count === 1) return () => Float64Array.from(model.parameters, ({ value }) => value);
  return (person) => drawStudy(model, seed, person, 1)[0]!;
}

/**
 * Solves people 0 to `count - 1` and keeps the outputs in `columns`.
 * @param factor multiplies every dose
 * @returns undefined when it was cancelled
 */
export function crowdOf(
  solver: PopulationSolver,
  trial: Trial,
  people: { readonly count: number; readonly person: (person: number) => Float64Array },
  columns: readonly number[],
  { progress, signal, batch = BATCH }: Running = {},
  factor = 1,
): Crowd | undefined {
  const { count, person } = people;
  const keep = new Kept(trial, columns, count);
  const factors = new Float64Array(trial.doses.length).fill(factor);
  for (let first = 0; first < count; first += batch) {
    if (signal?.cancelled === true) return undefined;
    const rows = Array.from({ length: Math.min(batch, count - first) }, (_, k) => person(first + k));
    const solved = solver.solve(first, rows, factor === 1 ? undefined : rows.map(() => factors));
    for (const one of solved) keep.add(one);
    progress?.(first + rows.length, count);
  }
  return keep.crowd();
}

class Kept {
  readonly #columns: readonly number[];
  readonly #width: number;
  readonly #values: readonly (readonly Float64Array[])[];
  readonly #failed: string[] = [];
  #done = 0;

  constructor({ model, times }: Trial, columns: readonly number[], count: number) {
    this.#columns = columns;
    this.#width = model.outputs.length;
    this.#values = columns.map(() => times.map(() => new Float64Array(count)));
  }

  add({ outputs, failed }: Solved): void {
    if (failed !== undefined) {
      this.#failed.push(failed);
      return;
    }
    this.#columns.forEach((column, k) => {
      const rows = this.#values[k]!;
      for (let time = 0; time < rows.length; time++) rows[time]![this.#done] = outputs[time * this.#width + column]!;
    });
    this.#done++;
  }

  crowd(): Crowd {
    const values = this.#values.map((rows) => rows.map((row) => row.subarray(0, this.#done)));
    return { values, failed: this.#failed };
  }
}
