/**
 * The reference: one individual of one model, solved by the plain interpreter with stated tolerances. Everything faster
 * is compared with this.
 */
import type { Model } from './model.ts';
import { anyError, problem, type Problem } from './problem.ts';
import { Run, type Method, type Stopped } from './run.ts';
import { actionsOf, scheduleProblems, type Event } from './schedule.ts';
import { Tape } from './tape.ts';

export interface Request {
  /** Begin, 0 when absent, in the time unit of the model. */
  readonly from?: number;
  readonly events: readonly Event[];
  /** Times of the outputs, ascending. */
  readonly observe: readonly number[];
  /** Whether an output at the time of an event shows the states before or after it. */
  readonly side: 'before' | 'after';
  /** Values that replace those of the model, by name. */
  readonly parameters?: Readonly<Record<string, number>>;
  readonly inputs?: Readonly<Record<string, number>>;
  /** Allowed error of a step relative to a state; 1e-8 when absent. */
  readonly relative?: number;
  /** Allowed error of a step, one for all states or by name, in the unit of the state; 1e-12 when absent. */
  readonly absolute?: number | Readonly<Record<string, number>>;
  readonly method?: Method;
  /** 1,000,000 when absent. */
  readonly mostSteps?: number;
}

export interface Trajectory {
  /** Times that were reached; shorter than asked when the run stopped. */
  readonly times: readonly number[];
  readonly outputs: Readonly<Record<string, readonly number[]>>;
  readonly states: Readonly<Record<string, readonly number[]>>;
  readonly stopped: Stopped;
  readonly method: string;
  readonly steps: number;
}

/** Solves one individual. Bad input comes back as problems, and then there is no trajectory. */
export function simulate(
  model: Model,
  request: Request,
): { readonly trajectory?: Trajectory; readonly problems: readonly Problem[] } {
  const problems = requestProblems(model, request);
  if (anyError(problems)) return { problems };
  const run = startRun(model, request);
  run.expect(actionsOf(model, request.events, lagsOf(model, request)));
  return { trajectory: observed(model, run, request), problems };
}

/** The run at its beginning, before anything is expected. */
export function startRun(model: Model, request: Request): Run {
  const { from = 0, observe, relative = 1e-8, absolute = 1e-12, mostSteps = 1_000_000, method = 'auto' } = request;
  const until = observe.at(-1) ?? from;
  const allowed = model.states.map(({ name }) =>
    typeof absolute === 'number' ? absolute : (ownValue(absolute, name) ?? 1e-12),
  );
  const accuracy = { relative, absolute: allowed, mostSteps };
  return new Run(model, parametersOf(model, request), inputsOf(model, request), from, until, method, accuracy);
}

/** The lag of each route for this individual. */
export function lagsOf(model: Model, request: Request): Float64Array {
  const lags = new Tape(model.routes.map((route) => route.lag ?? model.graph.zero));
  return lags.values({
    parameters: parametersOf(model, request),
    inputs: inputsOf(model, request),
    states: [],
    time: 0,
  });
}

const parametersOf = (model: Model, { parameters = {} }: Request): Float64Array =>
  Float64Array.from(model.parameters, ({ name, value }) => ownValue(parameters, name) ?? value);

const inputsOf = (model: Model, { inputs = {} }: Request): Float64Array =>
  Float64Array.from(model.inputs, ({ name, value }) => ownValue(inputs, name) ?? value);

/** A value by name, where a name such as `constructor` is not mistaken for one that every object has. */
export const ownValue = (values: Readonly<Record<string, number>>, name: string): number | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined;

function observed(model: Model, run: Run, request: Request): Trajectory {
  const times: number[] = [];
  const outputs = model.outputs.map((): number[] => []);
  const states = model.states.map((): number[] => []);
  for (const time of request.observe) {
    run.advance(time, request.side);
    if (run.stopped !== undefined) break;
    times.push(time);
    run.outputs().forEach((value, k) => outputs[k]!.push(value));
    run.states.forEach((value, k) => states[k]!.push(value));
  }
  return {
    times,
    outputs: Object.fromEntries(model.outputs.map(({ name }, k) => [name, outputs[k]!])),
    states: Object.fromEntries(model.states.map(({ name }, k) => [name, states[k]!])),
    stopped: run.stopped ?? { why: 'finished', at: run.time, says: 'reached the last time' },
    method: run.method,
    steps: run.steps,
  };
}

/** What is wrong with a request. */
export function requestProblems(model: Model, request: Request): readonly Problem[] {
  const problems = [...scheduleProblems(model, request.events)];
  const { from = 0, observe, relative = 1e-8 } = request;
  observe.forEach((time, k) => {
    const before = observe[k - 1] ?? -Infinity;
    if (!(time > before && time >= from && time < Infinity))
      problems.push(
        problem(
          `observe[${k}]`,
          String(time),
          `a time after ${k === 0 ? `${from}, or ${from}` : before}`,
          'Time does not go backwards; sort the times and name each once.',
        ),
      );
  });
  request.events.forEach(({ at }, k) => {
    if (at < from)
      problems.push(problem(`events[${k}].at`, String(at), `${from} or later`, 'Begin earlier or move the event.'));
  });
  if (!(relative > 1e-15 && relative < 1))
    problems.push(problem('relative', String(relative), 'a tolerance between 1e-15 and 1', 'Use 1e-6 to 1e-12.'));
  problems.push(...valueProblems(model.parameters, request.parameters ?? {}, 'parameters'));
  problems.push(...valueProblems(model.inputs, request.inputs ?? {}, 'inputs'));
  return problems;
}

function valueProblems(
  list: readonly { readonly name: string }[],
  values: Readonly<Record<string, number>>,
  path: string,
): Problem[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (!list.some((one) => one.name === name))
      return [
        problem(
          `${path}.${name}`,
          `"${name}"`,
          `one of: ${list.map((one) => one.name).join(', ')}`,
          'Correct the name.',
        ),
      ];
    return Number.isFinite(value)
      ? []
      : [problem(`${path}.${name}`, String(value), 'a number', 'Give a finite value.')];
  });
}
