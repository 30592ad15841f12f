/**
 * How each state outside the linear block is solved. Its rate is written x' = a - r x - k x: k of parameters alone, r and
 * a of other things. Where the rate is not linear in its own state, a and r are those of its tangent and the state is
 * solved in several sweeps. In a loop the fastest state comes first; a state that is read before it is solved is
 * predicted from the step before.
 */
import { isNumber, leavesOf, type Expr, type Graph } from '../expression.ts';
import type { Model } from '../model.ts';
import type { Structure } from '../structure.ts';
import { Tape } from '../tape.ts';

export interface Split {
  readonly state: number;
  readonly rate: Expr;
  /** x' = source - (variable + constant) x, exactly or along the tangent. */
  readonly source: Expr;
  readonly variable: Expr;
  readonly constant: Expr;
  /** Whether source and variable are free of the state itself. */
  readonly linearInItself: boolean;
}

export interface Group {
  readonly splits: readonly Split[];
  /** States that are read before they are solved. */
  readonly predicted: readonly number[];
  /** Full evaluations, and cheaper corrections along the tangent after them. */
  readonly sweeps: { readonly full: number; readonly tangent: number };
}

export function groupsOf(model: Model, { cascade }: Structure): readonly Group[] {
  return cascade.map((states) => group(model, states));
}

function group(model: Model, states: readonly number[]): Group {
  const splits = states.map((state) => splitOf(model, state));
  const typical = typicalRates(model, splits);
  const order = splits.map((split, k) => ({ split, speed: typical[k]! })).sort((a, b) => b.speed - a.speed);
  const ordered = order.map(({ split }) => split);
  const predicted = predictedOf(ordered);
  const curved = ordered.some((split) => !split.linearInItself);
  const sweeps =
    predicted.length === 0 ? { full: 1, tangent: 0 } : curved ? { full: 3, tangent: 0 } : { full: 1, tangent: 1 };
  return { splits: ordered, predicted, sweeps };
}

const typicalRates = (model: Model, splits: readonly Split[]): Float64Array =>
  new Tape(splits.map((split) => split.constant)).values({
    parameters: model.parameters.map((one) => one.value),
    inputs: model.inputs.map((one) => one.value),
    states: [],
    time: 0,
  });

function predictedOf(splits: readonly Split[]): readonly number[] {
  const states = splits.map((split) => split.state);
  const early = new Set<number>();
  splits.forEach((split, k) => {
    const reads = leavesOf([split.rate], 'state');
    for (const later of states.slice(k))
      if (reads.has(later) && (later !== split.state || !split.linearInItself)) early.add(later);
  });
  return states.filter((state) => early.has(state));
}

function splitOf({ graph, states }: Model, state: number): Split {
  const { rate } = states[state]!;
  const self = graph.state(state);
  const slope = graph.diff(rate, self);
  const linearInItself = !leavesOf([slope], 'state').has(state);
  const terms = termsOf(graph, slope);
  const constant = graph.neg(graph.sum(terms.filter(isFixed)));
  const variable = graph.neg(graph.sum(terms.filter((term) => !isFixed(term))));
  const atZero = (leaf: Expr) => (leaf === self ? graph.zero : leaf);
  const source = linearInItself ? graph.replace(rate, atZero) : graph.sub(rate, graph.mul(slope, self));
  return { state, rate, source, variable, constant, linearInItself };
}

const isFixed = (node: Expr): boolean =>
  node.op !== 'state' && node.op !== 'time' && node.op !== 'input' && node.args.every(isFixed);

/** The expression as a sum, products with a parameter-only factor multiplied out. */
function termsOf(graph: Graph, node: Expr): readonly Expr[] {
  const [a, b] = node.args as [Expr, Expr];
  const negated = (terms: readonly Expr[]) => terms.map((term) => graph.neg(term));
  switch (node.op) {
    case 'add':
      return [...termsOf(graph, a), ...termsOf(graph, b)];
    case 'sub':
      return [...termsOf(graph, a), ...negated(termsOf(graph, b))];
    case 'neg':
      return negated(termsOf(graph, a));
    case 'mul':
      if (isFixed(a)) return termsOf(graph, b).map((term) => graph.mul(a, term));
      return isFixed(b) ? termsOf(graph, a).map((term) => graph.mul(term, b)) : [node];
    case 'div':
      return isFixed(b) ? termsOf(graph, a).map((term) => graph.div(term, b)) : [node];
    default:
      return isNumber(node, 0) ? [] : [node];
  }
}
