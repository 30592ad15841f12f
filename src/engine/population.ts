/**
 * Many individuals of one model under one schedule. The solver is chosen by analysis and says what it is: a compiled
 * kernel (linear block exact, the rest by collocation along the cascade, on a fixed grid that a pilot chose), or the
 * reference where the schedule asks for what the kernel does not do. Solving is pure: a worker that holds the same solver
 * gives the same bytes for the same individuals, in any chunk.
 *
 * `fast` solves each individual on the pilot's grid and audits every 32nd against a grid of half the steps.
 * `certified` solves every individual on both; the finer result is given, and while the two differ by more than the
 * tolerance the grid is halved again. The decision looks at that individual alone.
 */
import { halved, gridOf, planOf, type Grid, type Mark, type Plan } from './grid.ts';
import { canRun } from './kernel/host.ts';
import { compiled, Kernel, type Arithmetic, type Compiled } from './kernel/kernel.ts';
import { programOf } from './kernel/program.ts';
import type { Model } from './model.ts';
import { searchGrid } from './pilot.ts';
import { anyError, problem, type Problem } from './problem.ts';
import { drawParameters } from './random.ts';
import type { Event } from './schedule.ts';
import { lagsOf, requestProblems, simulate, type Request } from './simulate.ts';

export interface PopulationRequest {
  /** Doses as boluses, shared by all; other events are left to the reference. */
  readonly events: readonly Event[];
  readonly observe: readonly number[];
  readonly side: 'before' | 'after';
  readonly from?: number;
  /** Largest error allowed in an output, relative to its size plus 1 % of the typical size of that output. */
  readonly tolerance: number;
  readonly mode: 'fast' | 'certified';
  /** `portable` gives the same bytes on every machine; `fused` is faster where the machine can. */
  readonly arithmetic: Arithmetic;
  /** Inputs by name, the same for all and at all times. */
  readonly inputs?: Readonly<Record<string, number>>;
  /** A grid that an earlier search chose; absent: search now. */
  readonly grid?: Grid;
}

/** One individual's outputs, and how sure they are. */
export interface Solved {
  /** Rows of times, columns of outputs, one after the other. */
  readonly outputs: Float64Array;
  /** Difference between the two finest levels in units of the tolerance; `undefined` where there was one level. */
  readonly difference: number | undefined;
  /** How often the grid was halved. */
  readonly level: number;
  /** Set when the outputs may not be used. */
  readonly failed?: string;
}

export interface PopulationSolver {
  /** What solves, in words for a report. */
  readonly method: string;
  readonly grid: Grid | undefined;
  /** Compiled kernel, to be posted to workers; absent when the reference solves. */
  readonly compiled: Compiled | undefined;
  /**
   * Solves individuals `first`, `first + 1`, ... with these parameters (in the order of the model). `factors` multiply
   * the amount of each dose for an individual, dose by dose; absent: as in the schedule.
   */
  solve(
    first: number,
    parameters: readonly ArrayLike<number>[],
    factors?: readonly ArrayLike<number>[],
  ): readonly Solved[];
}

/** Individuals between two audits in the mode `fast`. */
export const AUDIT_EVERY = 32;
const MOST_LEVELS = 5;
/** The grid is searched on the first few people of the pilot and checked on all of them. */
const PILOT_SEARCH = 6;
const PILOT_SIZE = 32;
/** Steps that the check may add to what the search found. */
const MOST_EXTRA_STEPS = 60;
/** The pilot must do better than the tolerance, since it sees few individuals. */
const PILOT_MARGIN = 0.4;
const PILOT_STREAM = 0xfffffffe;
const FLOOR = 0.01;
/** Below this tolerance order 8 needs less work than order 6. */
const FOUR_NODES_BELOW = 3e-8;

/** Chooses and prepares a solver. */
export function populationSolver(
  model: Model,
  request: PopulationRequest,
): { readonly solver?: PopulationSolver; readonly problems: readonly Problem[] } {
  const problems = [...requestProblems(model, referenceRequest(request)), ...toleranceProblems(request)];
  if (anyError(problems)) return { problems };
  const reason = notForKernel(model, request);
  const made = reason === undefined ? programOf(model, request.tolerance < FOUR_NODES_BELOW ? 4 : 3) : { problems: [] };
  const code = made.program === undefined ? undefined : compiled(made.program, usable(request.arithmetic));
  if (code === undefined)
    return { solver: referenceSolver(model, request, reason ?? 'no WebAssembly SIMD here'), problems };
  const kernel = kernelSolver(model, request, code);
  return kernel === undefined
    ? { solver: referenceSolver(model, request, 'no grid of 400 steps met the tolerance'), problems }
    : { solver: kernel, problems };
}

const usable = (wanted: Arithmetic): Arithmetic => (wanted === 'fused' && !canRun.fused ? 'portable' : wanted);

function toleranceProblems({ tolerance }: PopulationRequest): Problem[] {
  return tolerance >= 1e-10 && tolerance <= 0.1
    ? []
    : [
        problem(
          'tolerance',
          String(tolerance),
          'a number from 1e-10 to 0.1',
          'Use 1e-5 for figures, 1e-8 for comparisons.',
        ),
      ];
}

const referenceRequest = ({ events, observe, side, from = 0, inputs = {} }: PopulationRequest): Request => ({
  events,
  observe,
  side,
  from,
  inputs,
});

/** Why a schedule is left to the reference. */
function notForKernel(model: Model, { events }: PopulationRequest): string | undefined {
  for (const event of events) {
    if (event.kind !== 'dose') return `the schedule has an event of the kind "${event.kind}"`;
    if ((event.over ?? 0) > 0) return 'the schedule has an infusion';
    if (event.atSteadyState === true) return 'the schedule begins at steady state';
  }
  const varies = model.routes.some(
    ({ lag }) =>
      lag !== undefined &&
      model.parameters.some(
        ({ spread }, k) => spread !== undefined && model.graph.diff(lag, model.graph.parameter(k)) !== model.graph.zero,
      ),
  );
  return varies ? 'the lag differs between individuals' : undefined;
}

/** Doses and output times in order; the amounts of each dose row, one column for each route. */
function marksOf(
  model: Model,
  request: PopulationRequest,
): { readonly marks: readonly Mark[]; readonly amounts: Float64Array; readonly doseOf: Int32Array } {
  const lags = lagsOf(model, referenceRequest(request));
  const until = request.observe.at(-1) ?? 0;
  const given = request.events
    .flatMap((event) => (event.kind === 'dose' ? [event] : []))
    .flatMap((dose) => {
      const route = dose.route === undefined ? 0 : model.routes.findIndex(({ name }) => name === dose.route);
      return Array.from({ length: 1 + (dose.repeats ?? 0) }, (_, k) => ({
        at: dose.at + lags[route]! + k * (dose.every ?? 0),
        route,
        amount: dose.amount,
      }));
    })
    .filter(({ at }) => at <= until)
    .sort((a, b) => a.at - b.at);
  const times = [...new Set([...given.map(({ at }) => at), ...request.observe])].sort((a, b) => a - b);
  const doseTimes = [...new Set(given.map(({ at }) => at))];
  const amounts = new Float64Array(doseTimes.length * model.routes.length);
  for (const { at, route, amount } of given) amounts[doseTimes.indexOf(at) * model.routes.length + route]! += amount;
  const doseOf = Int32Array.from({ length: amounts.length }, (_, k) => Math.floor(k / model.routes.length));
  const marks = times.map((at) => markAt(at, doseTimes.indexOf(at), request.observe.indexOf(at), request.side));
  return { marks, amounts, doseOf };
}

function markAt(at: number, dose: number, row: number, side: 'before' | 'after'): Mark {
  const output = row < 0 ? {} : side === 'before' ? { outputBefore: row } : { outputAfter: row };
  return { at, ...(dose < 0 ? {} : { dose }), ...output };
}

function kernelSolver(model: Model, request: PopulationRequest, code: Compiled): PopulationSolver | undefined {
  const work = new KernelWork(model, request, code);
  const grid = request.grid ?? work.searched();
  if (grid === undefined) return undefined;
  work.use(grid);
  const { structure } = code.program;
  const steps = grid.stretches.reduce((sum, one) => sum + one.steps, 0);
  return {
    method: `${code.arithmetic} WebAssembly, two lanes; ${structure.linear.states.length} states exact, ${model.states.length - structure.linear.states.length} by collocation of order ${2 * code.program.nodes} on ${steps} steps a dosing interval; ${request.mode}`,
    grid,
    compiled: code,
    solve: (first, parameters, factors) => work.solve(first, parameters, factors),
  };
}

class KernelWork {
  readonly #model: Model;
  readonly #request: PopulationRequest;
  readonly #code: Compiled;
  readonly #marks: readonly Mark[];
  readonly #amounts: Float64Array;
  readonly #doseOf: Int32Array;
  readonly #inputs: readonly number[];
  #levels: Kernel[] = [];
  #grid: Grid = { stretches: [] };
  #scales: Float64Array;

  constructor(model: Model, request: PopulationRequest, code: Compiled) {
    const { marks, amounts, doseOf } = marksOf(model, request);
    this.#model = model;
    this.#request = request;
    this.#code = code;
    this.#marks = marks;
    this.#amounts = amounts;
    this.#doseOf = doseOf;
    this.#inputs = model.inputs.map(({ name, value }) => request.inputs?.[name] ?? value);
    this.#scales = new Float64Array(model.outputs.length);
  }

  #kernel(grid: Grid): Kernel {
    const from = this.#request.from ?? 0;
    const plan: Plan = planOf(from, this.#marks, grid);
    return new Kernel(this.#code, plan, from);
  }

  /** Sets the grid and, from the typical individual, the size of each output below which errors count as absolute. */
  use(grid: Grid): void {
    this.#grid = grid;
    this.#levels = [this.#kernel(grid)];
    const typical = this.#model.parameters.map(({ value }) => value);
    const [outputs] = this.#run(this.#levels[0]!, [typical], undefined);
    this.#scales = scalesOf(outputs!, this.#model.outputs.length);
  }

  searched(): Grid | undefined {
    const interval = longestGap(this.#marks, this.#request.from ?? 0);
    const people = drawParameters(this.#model, 1, 0, PILOT_SIZE, PILOT_STREAM);
    const order = 2 * this.#code.program.nodes;
    this.use(gridOf(interval, [16, 16, 16], 2));
    const all = (grid: Grid, count: number) => this.#runAll(this.#kernel(grid), people.slice(0, count));
    const truth = all(gridOf(interval, [64, 64, 64], 2), PILOT_SIZE);
    const error = (grid: Grid, count: number) =>
      Math.max(...all(grid, count).map((row, k) => this.#difference(row, truth[k]!))) / PILOT_MARGIN;
    const found = searchGrid(interval, order, (grid) => error(grid, PILOT_SEARCH));
    if (found === undefined) return undefined;
    let grid = gridOf(interval, found.counts, found.ratio);
    for (let extra = 1; error(grid, PILOT_SIZE) > 1; extra++) {
      if (extra > MOST_EXTRA_STEPS) return undefined;
      grid = gridOf(
        interval,
        found.counts.map((count, k) => (k === 2 ? count + extra : count)),
        found.ratio,
      );
    }
    return grid;
  }

  #runAll(kernel: Kernel, people: readonly ArrayLike<number>[]): readonly Float64Array[] {
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
    const amounts = parameters.map((_, k) =>
      factors === undefined
        ? this.#amounts
        : this.#amounts.map((amount, row) => amount * factors[k]![this.#doseOf[row]!]!),
    );
    const out = parameters.map(() => new Float64Array(this.#request.observe.length * this.#model.outputs.length));
    kernel.solve(whole, amounts, out);
    return out;
  }

  /** The largest difference in units of the tolerance. */
  #difference(a: Float64Array, b: Float64Array): number {
    const count = this.#scales.length;
    let most = 0;
    for (let k = 0; k < a.length; k++) {
      const size = Math.abs(a[k]! - b[k]!) / (Math.abs(b[k]!) + this.#scales[k % count]!);
      if (!(size <= most)) most = size;
    }
    return most / this.#request.tolerance;
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

/** 1 % of the median size of each output. */
function scalesOf(outputs: Float64Array, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, column) => {
    const sizes = outputs
      .filter((__, k) => k % count === column)
      .map(Math.abs)
      .sort();
    return FLOOR * (sizes[Math.floor(sizes.length / 2)] ?? 0);
  });
}

/** The longest time between doses: the interval that the grid's stretches fill. */
function longestGap(marks: readonly Mark[], from: number): number {
  const doses = marks.filter(({ dose }) => dose !== undefined).map(({ at }) => at);
  const ends = [from, ...doses, marks.at(-1)?.at ?? from];
  const gaps = ends.slice(1).map((at, k) => at - ends[k]!);
  return Math.max(...gaps.filter((gap) => gap > 0), Number.MIN_VALUE) || 1;
}

function referenceSolver(model: Model, request: PopulationRequest, reason: string): PopulationSolver {
  return {
    method: `reference interpreter, because ${reason}`,
    grid: undefined,
    compiled: undefined,
    solve: (_, parameters, factors) => parameters.map((row, k) => solvedByReference(model, request, row, factors?.[k])),
  };
}

function solvedByReference(
  model: Model,
  request: PopulationRequest,
  row: ArrayLike<number>,
  factors: ArrayLike<number> | undefined,
): Solved {
  const values = Object.fromEntries(model.parameters.map(({ name }, k) => [name, row[k]!]));
  const asked: Request = {
    ...referenceRequest(request),
    events: scaled(request.events, factors),
    parameters: values,
    relative: request.tolerance / 100,
  };
  const { trajectory, problems } = simulate(model, asked);
  if (trajectory === undefined)
    return { outputs: new Float64Array(0), difference: undefined, level: 0, failed: problems[0]!.found };
  const outputs = Float64Array.from(
    trajectory.times.flatMap((_, k) => model.outputs.map(({ name }) => trajectory.outputs[name]![k]!)),
  );
  const { why, says } = trajectory.stopped;
  return { outputs, difference: undefined, level: 0, ...(why === 'finished' ? {} : { failed: says }) };
}

/** Doses one by one with their factors, in the order of time; other events as they are. */
function scaled(events: readonly Event[], factors: ArrayLike<number> | undefined): readonly Event[] {
  if (factors === undefined) return events;
  const single = events.flatMap((event): Event[] => {
    if (event.kind !== 'dose') return [event];
    const { repeats = 0, every = 0, ...dose } = event;
    return Array.from({ length: repeats + 1 }, (_, k) => ({ ...dose, at: dose.at + k * every }));
  });
  const times = [...new Set(single.flatMap((event) => (event.kind === 'dose' ? [event.at] : [])))].sort(
    (a, b) => a - b,
  );
  return single.map((event) =>
    event.kind === 'dose' ? { ...event, amount: event.amount * factors[times.indexOf(event.at)]! } : event,
  );
}
