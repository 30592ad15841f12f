/** Individuals followed through a titration by its rules: one by the reference, many by the kernel. */
import { planOf, type Grid, type Mark } from './grid.ts';
import { Kernel, type Arithmetic, type Compiled } from './kernel/kernel.ts';
import type { Model } from './model.ts';
import { populationSolver } from './population.ts';
import { anyError, type Problem } from './problem.ts';
import { Decisions, titrationProblems, type LedgerLine, type Titration } from './rules.ts';
import type { Stopped } from './run.ts';
import { actionsOf, type Event } from './schedule.ts';
import { lagsOf, ownValue, requestProblems, startRun, type Request } from './simulate.ts';

export interface Titrated {
  readonly ledger: readonly LedgerLine[];
  /** Outputs just before each dose. */
  readonly outputs: Readonly<Record<string, readonly number[]>>;
  readonly stopped: Stopped;
  readonly method: string;
}

type Individual = Omit<Request, 'events' | 'observe' | 'side'>;

/** Follows one individual by the reference. */
export function titrate(
  model: Model,
  titration: Titration,
  individual: Individual = {},
): { readonly titrated?: Titrated; readonly problems: readonly Problem[] } {
  const { first, every, doses } = titration;
  const request: Request = { ...individual, events: [], observe: [first + every * doses], side: 'before' };
  const problems = [...requestProblems(model, request), ...titrationProblems(model, titration)];
  if (anyError(problems)) return { problems };
  return { titrated: followed(model, titration, request), problems };
}

function followed(model: Model, titration: Titration, request: Request): Titrated {
  const run = startRun(model, request);
  const lags = lagsOf(model, request);
  const decisions = new Decisions(model, titration);
  const ledger: LedgerLine[] = [];
  const rows: Float64Array[] = [];
  for (let dose = 0; dose < titration.doses; dose++) {
    const at = titration.first + dose * titration.every;
    run.advance(at, 'before');
    if (run.stopped !== undefined) break;
    rows.push(run.outputs());
    const line = decisions.decide(dose, at, rows.at(-1)!);
    ledger.push(line);
    if (line.amount > 0) run.expect(actionsOf(model, [doseOf(titration, at, line.amount)], lags));
  }
  return titratedOf(model, ledger, rows, run.stopped ?? decisions.stopped, run.method);
}

const doseOf = ({ route }: Titration, at: number, amount: number): Event => ({
  kind: 'dose',
  at,
  amount,
  ...(route === undefined ? {} : { route }),
});

function titratedOf(
  model: Model,
  ledger: readonly LedgerLine[],
  rows: readonly ArrayLike<number>[],
  stopped: Stopped | undefined,
  method: string,
): Titrated {
  const end: Stopped = { why: 'finished', at: ledger.at(-1)?.at ?? 0, says: 'all doses were due' };
  const outputs = Object.fromEntries(model.outputs.map(({ name }, k) => [name, rows.map((row) => row[k]!)]));
  return { ledger, outputs, stopped: stopped ?? end, method };
}

export interface CrowdTitration {
  readonly titration: Titration;
  /** Largest relative error of an output, for which the pilot chooses the grid at the highest level. */
  readonly tolerance: number;
  readonly arithmetic: Arithmetic;
  readonly inputs?: Readonly<Record<string, number>>;
  /** A grid chosen before; absent: search now. */
  readonly grid?: Grid;
}

export interface TitrationSolver {
  readonly method: string;
  readonly grid: Grid | undefined;
  /** Follows individuals with these parameters; each outcome depends on its own row alone. */
  solve(parameters: readonly ArrayLike<number>[]): readonly Titrated[];
}

/** Chooses and prepares what follows a crowd: the kernel where it can, else the reference. */
export function titrationSolver(
  model: Model,
  crowd: CrowdTitration,
): { readonly solver?: TitrationSolver; readonly problems: readonly Problem[] } {
  const { titration, ...how } = crowd;
  const wrong = titrationProblems(model, titration);
  if (anyError(wrong)) return { problems: wrong };
  const times = Array.from({ length: titration.doses }, (_, k) => titration.first + k * titration.every);
  const events = times.map((at) => doseOf(titration, at, Math.max(...titration.levels)));
  const { solver, problems } = populationSolver(model, {
    ...how,
    events,
    observe: times,
    side: 'before',
    mode: 'fast',
  });
  if (solver === undefined) return { problems };
  const lagged = model.routes.some(({ lag }) => lag !== undefined);
  const solve =
    solver.compiled === undefined || lagged
      ? (rows: readonly ArrayLike<number>[]) => rows.map((row) => byReference(model, crowd, row))
      : byKernel(model, crowd, solver.compiled, solver.grid!, times, solver.method);
  const method = lagged ? 'reference interpreter, because a route has a lag' : solver.method;
  return { problems, solver: { method, grid: solver.grid, solve } };
}

function byReference(
  model: Model,
  { titration, tolerance, inputs = {} }: CrowdTitration,
  row: ArrayLike<number>,
): Titrated {
  const parameters = Object.fromEntries(model.parameters.map(({ name }, k) => [name, row[k]!]));
  const { titrated, problems } = titrate(model, titration, { parameters, inputs, relative: tolerance / 100 });
  if (titrated !== undefined) return titrated;
  return titratedOf(model, [], [], { why: 'not finite', at: titration.first, says: problems[0]!.found }, 'none');
}

function byKernel(
  model: Model,
  { titration, inputs = {} }: CrowdTitration,
  code: Compiled,
  grid: Grid,
  times: readonly number[],
  method: string,
): TitrationSolver['solve'] {
  const marks = times.map((at, row): Mark => ({ at, outputBefore: row, dose: row }));
  const kernel = new Kernel(code, planOf(0, marks, grid), 0);
  const fixed = model.inputs.map(({ name, value }) => ownValue(inputs, name) ?? value);
  const route = Math.max(
    0,
    model.routes.findIndex(({ name }) => name === titration.route),
  );
  const pair = (rows: readonly ArrayLike<number>[]): readonly Titrated[] => {
    const people = rows.map(() => ({
      decisions: new Decisions(model, titration),
      ledger: [] as LedgerLine[],
      seen: [] as Float64Array[],
      failed: undefined as Stopped | undefined,
    }));
    kernel.begin(rows.map((row) => [...Array.from(row), ...fixed]));
    times.forEach((at, dose) => {
      kernel.advance(dose);
      people.forEach((person, lane) => {
        if (person.failed !== undefined) return;
        const outputs = kernel.observed(lane, dose);
        person.failed = notFinite(model, outputs, at);
        if (person.failed !== undefined) return;
        const line = person.decisions.decide(dose, at, outputs);
        person.seen.push(outputs);
        person.ledger.push(line);
        kernel.setDose(lane, dose, route, line.amount);
      });
    });
    return people.map(({ ledger, seen, failed, decisions }) =>
      titratedOf(model, ledger, seen, failed ?? decisions.stopped, method),
    );
  };
  return (rows) =>
    Array.from({ length: Math.ceil(rows.length / 2) }, (_, k) => pair(rows.slice(2 * k, 2 * k + 2))).flat();
}

function notFinite(model: Model, outputs: Float64Array, at: number): Stopped | undefined {
  const bad = outputs.findIndex((value) => !Number.isFinite(value));
  return bad < 0 ? undefined : { why: 'not finite', at, says: `${model.outputs[bad]!.name} is ${outputs[bad]}` };
}
