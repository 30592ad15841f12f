/**
 * What a model is made of, read off its equations: which states act on which, the block of states whose equations are
 * linear with constant coefficients and need no other state (solved exactly), and the rest in the order in which one
 * can be solved after the other. States that need each other form a loop and are solved together.
 */
import { isNumber, leavesOf, reachable, type Expr, type Graph } from './expression.ts';
import type { Model } from './model.ts';

/** states' = matrix * states + constant, all entries steady between events. */
export interface LinearBlock {
  /** Indices of states, each after those it needs where that is possible. */
  readonly states: readonly number[];
  /** matrix[row][column] by position in `states`. */
  readonly matrix: readonly (readonly Expr[])[];
  readonly constant: readonly Expr[];
}

export interface Structure {
  /** For each state the states that its rate reads. */
  readonly reads: readonly ReadonlySet<number>[];
  readonly linear: LinearBlock;
  /** The other states: groups in order of solution; a group of more than one is a loop. */
  readonly cascade: readonly (readonly number[])[];
  /** Whether any rate outside the linear block reads time or an input. */
  readonly readsTime: boolean;
  readonly readsInputs: boolean;
  /** Entries of the Jacobian that are not zero. */
  readonly jacobianEntries: number;
}

/** Whether an expression is the same for one individual between events: made of parameters, inputs and numbers. */
export const isSteady = (node: Expr): boolean => reachable([node]).every(({ op }) => op !== 'state' && op !== 'time');

export function structureOf(model: Model): Structure {
  const rates = model.states.map((state) => state.rate);
  const reads = rates.map((rate) => leavesOf([rate], 'state'));
  const order = components(reads).flat();
  const linear = linearBlock(model, reads, order);
  const outside = new Set(order.filter((state) => !linear.states.includes(state)));
  const rest = reads.map((set, state) =>
    outside.has(state) ? new Set([...set].filter((one) => outside.has(one))) : new Set<number>(),
  );
  const restRates = [...outside].map((state) => rates[state]!);
  return {
    reads,
    linear,
    cascade: components(rest).filter((group) => outside.has(group[0]!)),
    readsTime: reachable(restRates).some(({ op }) => op === 'time'),
    readsInputs: reachable(rates).some(({ op }) => op === 'input'),
    jacobianEntries: reads.reduce((sum, set) => sum + set.size, 0),
  };
}

/** The largest set of states with linear, constant equations that read nothing outside the set. */
function linearBlock(model: Model, reads: Structure['reads'], order: readonly number[]): LinearBlock {
  const { graph } = model;
  const rates = model.states.map((state) => state.rate);
  const rows = rates.map((rate) => affine(graph, rate));
  let inside = new Set(order.filter((state) => rows[state] !== undefined));
  for (let before = -1; before !== inside.size;) {
    before = inside.size;
    inside = new Set([...inside].filter((state) => [...reads[state]!].every((one) => inside.has(one))));
  }
  const states = order.filter((state) => inside.has(state));
  return {
    states,
    matrix: states.map((row) => states.map((column) => rows[row]!.coefficients.get(column) ?? graph.zero)),
    constant: states.map((row) => rows[row]!.constant),
  };
}

/** The rate as a sum of steady multiples of states and a steady rest, if it is one. */
export function affine(
  graph: Graph,
  rate: Expr,
): { readonly coefficients: ReadonlyMap<number, Expr>; readonly constant: Expr } | undefined {
  const coefficients = new Map<number, Expr>();
  for (const state of leavesOf([rate], 'state')) {
    const slope = graph.diff(rate, graph.state(state));
    if (!isSteady(slope)) return undefined;
    if (!isNumber(slope, 0)) coefficients.set(state, slope);
  }
  const constant = graph.replace(rate, (leaf) => (leaf.op === 'state' ? graph.zero : leaf));
  return isSteady(constant) ? { coefficients, constant } : undefined;
}

/** Strongly connected components (Tarjan 1972), each after the components it reads. */
export function components(reads: readonly ReadonlySet<number>[]): readonly (readonly number[])[] {
  const found: number[][] = [];
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const stack: number[] = [];
  const visit = (node: number): void => {
    index.set(node, index.size);
    low.set(node, index.get(node)!);
    stack.push(node);
    for (const next of reads[node]!) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node)!, low.get(next)!));
    }
    if (low.get(node) === index.get(node)) found.push(stack.splice(stack.indexOf(node)).sort((a, b) => a - b));
  };
  reads.forEach((_, node) => index.has(node) || visit(node));
  return found;
}

/** The structure in words, for a reader who wants to know how a model will be solved. */
export function describeStructure(model: Model): string {
  const { linear, cascade, jacobianEntries } = structureOf(model);
  const names = (states: readonly number[]) => states.map((state) => model.states[state]!.name).join(', ');
  const size = model.states.length;
  return [
    `${size} states, ${model.parameters.length} parameters, ${jacobianEntries} of ${size * size} Jacobian entries`,
    `linear with constant coefficients, solved exactly: ${names(linear.states) || 'none'}`,
    ...cascade.map((group) => `${group.length > 1 ? 'loop' : 'then'}: ${names(group)}`),
  ].join('\n');
}
