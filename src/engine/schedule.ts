/**
 * What happens to an individual from outside, as in pharmacometrics: bolus and infusion, repeats, steady state, lag,
 * a state set or everything reset, an input that changes. A schedule is expanded into moments in order of time; at one
 * moment inputs change first, then resets, then what is set, then the doses, in the order they were given.
 */
import type { Model } from './model.ts';
import { problem, type Problem } from './problem.ts';

export type Event =
  | {
      readonly kind: 'dose';
      /** When it is given, in model time; it acts after the lag of its route. */
      readonly at: number;
      /** In the unit of the route. */
      readonly amount: number;
      /** Name of the route; the only one when absent. */
      readonly route?: string;
      /** Time over which it runs in at a constant rate; absent or 0 for a bolus. */
      readonly over?: number;
      /** Interval of the repeats. */
      readonly every?: number;
      /** Doses after the first. */
      readonly repeats?: number;
      /** Begins in the state that the same doses, given since ever, have led to. Needs `every`. */
      readonly atSteadyState?: boolean;
    }
  | { readonly kind: 'input'; readonly at: number; readonly name: string; readonly value: number }
  | { readonly kind: 'set'; readonly at: number; readonly state: string; readonly value: number }
  | { readonly kind: 'reset'; readonly at: number };

/** Times closer than this share of themselves are one, and so are times closer than this number of time units. */
const ONE_TIME = { relative: 1e-14, absolute: 1e-18 } as const;

/** Whether two times are the same but for rounding: no step between them could be told from none. */
export const areOneTime = (a: number, b: number): boolean =>
  Math.abs(b - a) <= Math.max(ONE_TIME.absolute, ONE_TIME.relative * Math.abs(b));

/** One thing that happens at one time, with indices in place of names. */
export type Action =
  | { readonly kind: 'input'; readonly at: number; readonly input: number; readonly value: number }
  | { readonly kind: 'reset'; readonly at: number }
  | { readonly kind: 'set'; readonly at: number; readonly state: number; readonly value: number }
  | { readonly kind: 'steady'; readonly at: number; readonly dose: Dose; readonly every: number }
  | ({ readonly kind: 'dose'; readonly at: number } & Dose)
  | ({ readonly kind: 'infusion end'; readonly at: number } & Dose);

export interface Dose {
  readonly route: number;
  readonly amount: number;
  readonly over: number;
}

const RANK: Readonly<Record<Action['kind'], number>> = {
  'infusion end': 0,
  input: 1,
  reset: 2,
  set: 3,
  steady: 4,
  dose: 5,
};

/** Most actions a schedule may expand to. */
export const MOST_ACTIONS = 1_000_000;

/**
 * The actions of a schedule in the order they happen; `lags` holds the lag of each route for this individual. A dose
 * whose lag carries it past the end is still in the list.
 */
export function actionsOf(model: Model, events: readonly Event[], lags: ArrayLike<number>): readonly Action[] {
  const actions = events.flatMap((event) => expanded(model, event, lags));
  return actions
    .map((action, index) => ({ action, index }))
    .sort((a, b) => a.action.at - b.action.at || RANK[a.action.kind] - RANK[b.action.kind] || a.index - b.index)
    .map(({ action }) => action);
}

function expanded(model: Model, event: Event, lags: ArrayLike<number>): Action[] {
  switch (event.kind) {
    case 'input':
      return [{ kind: 'input', at: event.at, input: nameIndex(model.inputs, event.name), value: event.value }];
    case 'set':
      return [{ kind: 'set', at: event.at, state: nameIndex(model.states, event.state), value: event.value }];
    case 'reset':
      return [event];
    case 'dose':
      return doses(model, event, lags);
  }
}

function doses(model: Model, event: Extract<Event, { kind: 'dose' }>, lags: ArrayLike<number>): Action[] {
  const route = event.route === undefined ? 0 : nameIndex(model.routes, event.route);
  const dose: Dose = { route, amount: event.amount, over: event.over ?? 0 };
  const first = event.at + (lags[route] ?? 0);
  const every = event.every ?? 0;
  const starts = Array.from({ length: 1 + (event.repeats ?? 0) }, (_, k) => first + k * every);
  const given = starts.flatMap((at): Action[] => [
    { kind: 'dose', at, ...dose },
    ...(dose.over > 0 ? [{ kind: 'infusion end', at: at + dose.over, ...dose } as const] : []),
  ]);
  return event.atSteadyState === true ? [{ kind: 'steady', at: first, dose, every }, ...given] : given;
}

const nameIndex = (list: readonly { readonly name: string }[], name: string): number =>
  list.findIndex((one) => one.name === name);

/** What is wrong with a schedule, one problem for each field. */
export function scheduleProblems(model: Model, events: readonly Event[]): readonly Problem[] {
  const problems: Problem[] = [];
  let size = 0;
  events.forEach((event, index) => {
    const path = `events[${index}]`;
    if (!Number.isFinite(event.at))
      problems.push(problem(`${path}.at`, String(event.at), 'a time', 'Give the time in the time unit of the model.'));
    if (event.kind === 'dose') {
      problems.push(...doseProblems(model, event, path));
      size += 2 * (1 + (event.repeats ?? 0));
    }
    if (event.kind === 'input') problems.push(...unknownName(model.inputs, event.name, `${path}.name`));
    if (event.kind === 'set') problems.push(...unknownName(model.states, event.state, `${path}.state`));
    if ((event.kind === 'set' || event.kind === 'input') && !Number.isFinite(event.value))
      problems.push(problem(`${path}.value`, String(event.value), 'a number', 'Give a finite value.'));
  });
  if (size > MOST_ACTIONS)
    problems.push(problem('events', `${size} actions`, `at most ${MOST_ACTIONS}`, 'Simulate a shorter time.'));
  return problems;
}

function doseProblems(model: Model, event: Extract<Event, { kind: 'dose' }>, path: string): Problem[] {
  const problems: Problem[] = [];
  const need = (holds: boolean, field: string, found: unknown, expected: string, todo: string) => {
    if (!holds) problems.push(problem(`${path}.${field}`, String(found), expected, todo));
  };
  if (event.route === undefined)
    need(
      model.routes.length === 1,
      'route',
      'no route',
      'the name of a route',
      `Name one of: ${namesOf(model.routes)}.`,
    );
  else problems.push(...unknownName(model.routes, event.route, `${path}.route`));
  const { amount, over = 0, every = 0, repeats = 0, atSteadyState = false } = event;
  need(Number.isFinite(amount) && amount >= 0, 'amount', amount, 'an amount of 0 or more', 'Correct the amount.');
  need(Number.isFinite(over) && over >= 0, 'over', over, 'a duration of 0 or more', 'Correct the duration.');
  need(
    Number.isInteger(repeats) && repeats >= 0,
    'repeats',
    repeats,
    'a whole number of 0 or more',
    'Count the doses after the first.',
  );
  if (repeats > 0 || atSteadyState)
    need(
      Number.isFinite(every) && every > 0,
      'every',
      every,
      'an interval above 0',
      'Give the interval between doses.',
    );
  if (atSteadyState)
    need(
      over <= every,
      'over',
      over,
      `at most the interval of ${every}`,
      'Overlapping infusions have no steady state here; give the doses one by one.',
    );
  return problems;
}

const namesOf = (list: readonly { readonly name: string }[]): string =>
  list.map((one) => one.name).join(', ') || 'none';

const unknownName = (list: readonly { readonly name: string }[], name: string, path: string): Problem[] =>
  list.some((one) => one.name === name)
    ? []
    : [problem(path, `"${name}"`, `one of: ${namesOf(list)}`, 'Correct the name.')];
