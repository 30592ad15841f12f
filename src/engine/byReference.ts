/** A population solved one by one by the reference. */
import type { Model } from './model.ts';
import { referenceRequest, type PopulationRequest, type PopulationSolver, type Solved } from './populationRequest.ts';
import type { Event } from './schedule.ts';
import { simulate, type Request } from './simulate.ts';

export function referenceSolver(model: Model, request: PopulationRequest, reason: string): PopulationSolver {
  return {
    method: `reference interpreter, because ${reason}`,
    grid: undefined,
    floors: undefined,
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
