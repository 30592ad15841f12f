/**
 * Who acts on whom, as a DOT graph: an arrow where more of the source raises the rate of the target, a bar where it
 * lowers it, a dot where the sign cannot be read off the typical individual at the beginning.
 */
import type { Model } from '../model.ts';
import { Tape } from '../tape.ts';

export interface Influence {
  readonly from: string;
  readonly to: string;
  /** Of the derivative of the rate at the typical parameters; each state at its initial value, or a tenth where that is 0. */
  readonly sign: 1 | -1 | 0;
}

/** Every action of one state on another, itself left out. */
export function influencesOf(model: Model): readonly Influence[] {
  const { graph, states } = model;
  const pairs = states.flatMap((target, to) =>
    states
      .map((_, from) => ({ from, to, slope: graph.diff(target.rate, graph.state(from)) }))
      .filter(({ from, slope }) => from !== to && slope !== graph.zero),
  );
  const slopes = new Tape(pairs.map(({ slope }) => slope)).values(typicalLeaves(model));
  return pairs.map(({ from, to }, k) => ({
    from: states[from]!.name,
    to: states[to]!.name,
    sign: slopes[k]! > 0 ? 1 : slopes[k]! < 0 ? -1 : 0,
  }));
}

function typicalLeaves(model: Model) {
  const parameters = model.parameters.map(({ value }) => value);
  const inputs = model.inputs.map(({ value }) => value);
  const initial = new Tape(model.states.map((state) => state.initial)).values({
    parameters,
    inputs,
    states: [],
    time: 0,
  });
  return { parameters, inputs, states: initial.map((value) => (value === 0 ? 0.1 : value)), time: 0 };
}

const HEADS = { 1: 'normal', [-1]: 'tee', 0: 'dot' } as const;

export function dotOf(model: Model): string {
  const doses = model.routes.flatMap(({ name, targets }) =>
    targets.map(({ state }) => `  "dose ${name}" -> "${model.states[state]!.name}";`),
  );
  return [
    `digraph "${model.name}" {`,
    '  rankdir=LR; node [shape=box, style=rounded];',
    ...model.routes.map(({ name }) => `  "dose ${name}" [shape=cds];`),
    ...model.states.map(({ name, unit, label }) => `  "${name}" [label="${label === '' ? name : label}\\n${unit}"];`),
    ...doses,
    ...influencesOf(model).map(({ from, to, sign }) => `  "${from}" -> "${to}" [arrowhead=${HEADS[sign]}];`),
    '}',
  ].join('\n');
}
