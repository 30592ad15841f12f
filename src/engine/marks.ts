/** A schedule of boluses as marks for a grid, and why a schedule is left to the reference. */
import type { Mark } from './grid.ts';
import type { Model } from './model.ts';
import { referenceRequest, type PopulationRequest } from './populationRequest.ts';
import { lagsOf } from './simulate.ts';

/** A dose as it will reach a kernel. */
export interface MarkedDose {
  /** Position in the rows of amounts: row of the mark times routes plus route. */
  readonly slot: number;
  readonly amount: number;
  /** Position of its time among the times at which doses are given, for an individual's factors. */
  readonly given: number;
}

export interface Marks {
  readonly marks: readonly Mark[];
  readonly doses: readonly MarkedDose[];
  /** Length of the rows of amounts. */
  readonly size: number;
}

/** Why a schedule is left to the reference. */
export function notForKernel(model: Model, { events }: PopulationRequest): string | undefined {
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

/** Doses and output times in order. A dose acts after its lag; one that acts after the last output is left out. */
export function marksOf(model: Model, request: PopulationRequest): Marks {
  const { observe, side } = request;
  const given = givenDoses(model, request);
  const until = observe.at(-1) ?? 0;
  const acting = given.filter(({ at }) => at <= until);
  const times = ascending([...acting.map(({ at }) => at), ...observe]);
  const doseTimes = ascending(acting.map(({ at }) => at));
  const routes = model.routes.length;
  return {
    marks: times.map((at) => markAt(at, doseTimes.indexOf(at), observe.indexOf(at), side)),
    doses: acting.map(({ at, route, amount, given }) => ({
      slot: doseTimes.indexOf(at) * routes + route,
      amount,
      given,
    })),
    size: doseTimes.length * routes,
  };
}

const ascending = (times: readonly number[]): readonly number[] => [...new Set(times)].sort((a, b) => a - b);

/** Doses one by one: when each acts, and the position of the time it was given. */
function givenDoses(model: Model, request: PopulationRequest) {
  const lags = lagsOf(model, referenceRequest(request));
  const single = request.events.flatMap((event) => {
    if (event.kind !== 'dose') return [];
    const route = event.route === undefined ? 0 : model.routes.findIndex(({ name }) => name === event.route);
    const { amount, every = 0, repeats = 0 } = event;
    return Array.from({ length: 1 + repeats }, (_, k) => ({ time: event.at + k * every, route, amount }));
  });
  const times = ascending(single.map(({ time }) => time));
  return single.map(({ time, route, amount }) => ({
    at: time + lags[route]!,
    route,
    amount,
    given: times.indexOf(time),
  }));
}

function markAt(at: number, dose: number, row: number, side: 'before' | 'after'): Mark {
  const output = row < 0 ? {} : side === 'before' ? { outputBefore: row } : { outputAfter: row };
  return { at, ...(dose < 0 ? {} : { dose }), ...output };
}

/** The longest time between doses: the interval that the grid's stretches fill. */
export function longestGap(marks: readonly Mark[], from: number): number {
  const doses = marks.filter(({ dose }) => dose !== undefined).map(({ at }) => at);
  const ends = [from, ...doses, marks.at(-1)?.at ?? from];
  const gaps = ends.slice(1).map((at, k) => at - ends[k]!);
  const longest = gaps.reduce((most, gap) => Math.max(most, gap), 0);
  return longest > 0 ? longest : 1;
}
