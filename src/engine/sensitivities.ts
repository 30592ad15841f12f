/**
 * Forward sensitivities as a larger model: for each chosen parameter p the states s_i = p dx_i/dp are added, with
 * s_i' = sum_j (df_i/dx_j) s_j + p df_i/dp, their initial values and what a dose adds to them. It is a model like any
 * other: the reference solves it, the kernel compiles it, and the sensitivities of the linear block are themselves linear
 * and therefore exact.
 */
import { isNumber, type Expr } from './expression.ts';
import { indexOf, type Model, type Named, type Route, type State } from './model.ts';
import { problem, type Problem } from './problem.ts';

/** Name of the sensitivity of a state or output to a parameter: `A1__CL`. */
export const sensitivityName = (what: string, parameter: string): string => `${what}__${parameter}`;

/** The model with p dx/dp for each named parameter, as states and as outputs in the unit of what they belong to. */
export function withSensitivities(
  model: Model,
  parameters: readonly string[],
): { readonly model?: Model; readonly problems: readonly Problem[] } {
  const problems = parameters.flatMap((name) => parameterProblems(model, name));
  if (problems.length > 0) return { problems };
  const directions = directionsOf(model, parameters);
  return {
    problems,
    model: {
      ...model,
      name: `${model.name} with sensitivities`,
      states: [...model.states, ...directions.flatMap((direction) => direction.states)],
      outputs: [...model.outputs, ...directions.flatMap((direction) => direction.outputs)],
      routes: model.routes.map((route, index) => ({
        ...route,
        targets: [...route.targets, ...directions.flatMap((direction) => direction.doses[index]!)],
      })),
    },
  };
}

function parameterProblems(model: Model, name: string): Problem[] {
  const index = model.parameters.findIndex((one) => one.name === name);
  if (index < 0) {
    const known = model.parameters.map((one) => one.name).join(', ');
    return [problem('parameters', `"${name}"`, `one of: ${known}`, 'Correct the name.')];
  }
  const leaf = model.graph.parameter(index);
  return model.routes
    .filter(({ lag }) => lag !== undefined && !isNumber(model.graph.diff(lag, leaf), 0))
    .map((route) =>
      problem(
        'parameters',
        `"${name}", which is in the lag of ${route.name}`,
        'a parameter that moves no event',
        'Leave it out, or use differences.',
      ),
    );
}

interface Direction {
  readonly states: readonly State[];
  readonly outputs: readonly Named[];
  readonly doses: readonly Route['targets'][];
}

function directionsOf(model: Model, parameters: readonly string[]): readonly Direction[] {
  let next = model.states.length;
  return parameters.map((name) => {
    const direction = directionOf(model, name, next);
    next += direction.states.length;
    return direction;
  });
}

function directionOf(model: Model, name: string, firstIndex: number): Direction {
  const { graph, states } = model;
  const parameter = graph.parameter(indexOf(model.parameters, name));
  const byParameter = (expr: Expr): Expr => graph.mul(parameter, graph.diff(expr, parameter));
  const moved = movedStates(model, parameter);
  const index = new Map(moved.map((state, k) => [state, firstIndex + k]));
  const chained = (expr: Expr): Expr =>
    graph.sum([
      byParameter(expr),
      ...moved.map((state) => graph.mul(graph.diff(expr, graph.state(state)), graph.state(index.get(state)!))),
    ]);
  return {
    states: moved.map((state) => ({
      ...states[state]!,
      name: sensitivityName(states[state]!.name, name),
      initial: byParameter(states[state]!.initial),
      rate: chained(states[state]!.rate),
    })),
    outputs: model.outputs.map((output) => ({
      ...output,
      name: sensitivityName(output.name, name),
      value: chained(output.value),
    })),
    doses: model.routes.map(({ targets }) =>
      targets
        .filter(({ state, factor }) => index.has(state) && !isNumber(byParameter(factor), 0))
        .map(({ state, factor }) => ({ state: index.get(state)!, factor: byParameter(factor) })),
    ),
  };
}

/** The states that the parameter acts on, directly or through others; the rest have a sensitivity of zero. */
function movedStates({ graph, states, routes }: Model, parameter: Expr): readonly number[] {
  const acts = (expr: Expr, leaf: Expr) => !isNumber(graph.diff(expr, leaf), 0);
  const moved = new Set(
    states.flatMap(({ rate, initial }, state) => (acts(rate, parameter) || acts(initial, parameter) ? [state] : [])),
  );
  for (const { targets } of routes)
    for (const { state, factor } of targets) if (acts(factor, parameter)) moved.add(state);
  for (let before = -1; before !== moved.size;) {
    before = moved.size;
    states.forEach(({ rate }, state) => {
      if ([...moved].some((source) => acts(rate, graph.state(source)))) moved.add(state);
    });
  }
  return [...moved].sort((a, b) => a - b);
}
