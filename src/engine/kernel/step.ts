/**
 * One step of all states, and the fresh start after a jump. The linear block goes from node to node by its matrices.
 * The other states follow in the order of the cascade: at each node the source a and the loss r are worked out from what
 * is already solved, and the collocation equations x_j + sum_l w_jl r_l x_l = e_j x_0 + sum_l w_jl a_l give the state.
 */
import { isNumber, leavesOf, type Expr, type Graph } from '../expression.ts';
import type { Group, Split } from './cascade.ts';
import { Block, type Procedure, type Value } from './code.ts';
import { spacings, type Nodes } from './collocation.ts';
import { entryAt, type Pattern } from './exponential.ts';
import type { Layout } from './layout.ts';
import { Hoist, lower, type Environment } from './lower.ts';
import { weightsSize } from './weights.ts';

export interface StepPlan {
  readonly graph: Graph;
  readonly nodes: Nodes;
  readonly layout: Layout;
  readonly hoist: Hoist;
  /** States of the linear block in the order of the pattern; its last row is the constant one when `affine`. */
  readonly linear: readonly number[];
  readonly pattern: Pattern;
  readonly groups: readonly Group[];
  /** Position of a loss rate among the distinct ones. */
  readonly rateIndex: ReadonlyMap<Expr, number>;
}

/** The procedure `step(table)`: all states from one end of a step to the other. */
export function stepProcedure(plan: StepPlan): Procedure {
  return { name: 'step', pointers: 1, body: [new StepWriter(plan).written().item] };
}

/** The procedure `restart()`: after a jump, the slopes at the new states and straight lines for the predictions. */
export function restartProcedure({ graph, nodes, layout, hoist, groups }: StepPlan): Procedure {
  const block = new Block();
  const environment: Environment = (leaf) =>
    block.load({ slot: leaf.op === 'time' ? layout.time : layout.states + leaf.value });
  for (const { splits, predicted } of groups)
    for (const { state, rate, constant } of splits) {
      const self = graph.state(state);
      const slope = lower(block, graph.add(rate, graph.mul(constant, self)), environment, hoist);
      block.store({ slot: layout.slopes + state }, slope);
      const polynomial = layout.polynomials.get(state);
      if (polynomial === undefined || !predicted.includes(state)) continue;
      const line = [block.load({ slot: layout.states + state }), lower(block, rate, environment, hoist)];
      nodes.c.forEach((_, m) => block.store({ slot: polynomial + m }, line[m] ?? block.constant(0)));
    }
  return { name: 'restart', pointers: 0, body: [block.item] };
}

interface Evaluated {
  readonly sources: readonly Value[];
  readonly losses: readonly Value[] | undefined;
  /** What each other state of the loop was at the evaluation, by node. */
  readonly seen: readonly ReadonlyMap<number, Value>[];
}

class StepWriter {
  readonly #plan: StepPlan;
  readonly #block = new Block();
  readonly #n: number;
  readonly #h: Value;
  /** For each node the states known there. */
  readonly #at: readonly Map<number, Value>[];
  /** Slope of each state at the end of the step. */
  readonly #ends = new Map<number, Value>();

  constructor(plan: StepPlan) {
    this.#plan = plan;
    this.#n = plan.nodes.c.length - 1;
    this.#h = this.#table(plan.layout.table.h);
    this.#at = plan.nodes.c.map(() => new Map<number, Value>());
  }

  #table(slot: number): Value {
    return this.#block.load({ pointer: 0, slot });
  }
  #state(state: number): Value {
    return this.#block.load({ slot: this.#plan.layout.states + state });
  }

  written(): Block {
    const { groups, layout } = this.#plan;
    this.#linearBlock();
    for (const group of groups) this.#group(group);
    this.#at[this.#n]!.forEach((value, state) => this.#block.store({ slot: layout.states + state }, value));
    this.#ends.forEach((value, state) => this.#block.store({ slot: layout.slopes + state }, value));
    const time = { slot: layout.time };
    this.#block.store(time, this.#block.add(this.#block.load(time), this.#h));
    return this.#block;
  }

  #linearBlock(): void {
    const { linear, pattern, nodes, layout } = this.#plan;
    const { which } = spacings(nodes);
    const one = this.#block.constant(1);
    let from = Array.from({ length: pattern.size }, (_, k) => (k < linear.length ? this.#state(linear[k]!) : one));
    for (let j = 1; j <= this.#n; j++) {
      const matrix = layout.table.matrices + which[j - 1]! * pattern.entries.length;
      const next = linear.map((_, row) => this.#row(row, matrix, from));
      linear.forEach((state, row) => this.#at[j]!.set(state, next[row]!));
      from = [...next, ...from.slice(linear.length)];
    }
  }
  #row(row: number, matrix: number, from: readonly Value[]): Value {
    const { pattern } = this.#plan;
    const terms = from.flatMap((value, column) => {
      const entry = entryAt(pattern, row, column);
      return entry < 0 ? [] : [this.#block.mul(this.#table(matrix + entry), value)];
    });
    return this.#block.sum(terms);
  }

  #environment(node: number): Environment {
    const { layout, nodes } = this.#plan;
    return (leaf) => {
      if (leaf.op === 'state') return this.#at[node]!.get(leaf.value)!;
      const begin = this.#block.load({ slot: layout.time });
      return this.#block.add(begin, this.#block.mul(this.#h, this.#block.constant(nodes.c[node]!)));
    };
  }

  #group(group: Group): void {
    for (const state of group.predicted) this.#predict(state);
    const evaluated = new Map<number, Evaluated>();
    for (let sweep = 0; sweep < group.sweeps.full; sweep++)
      for (const split of group.splits) {
        const found = this.#evaluate(split, group);
        evaluated.set(split.state, found);
        this.#settle(split, found.sources, found.losses);
      }
    for (let sweep = 0; sweep < group.sweeps.tangent; sweep++)
      for (const split of group.splits) this.#correct(split, evaluated.get(split.state)!);
    for (const state of group.predicted) this.#remember(state);
  }

  /** The states of the new nodes from the polynomial of the step before. */
  #predict(state: number): void {
    const { layout, nodes } = this.#plan;
    const first = layout.polynomials.get(state)!;
    for (let j = 1; j <= this.#n; j++) {
      const after = this.#block.mul(this.#h, this.#block.constant(nodes.c[j]!));
      let value = this.#block.load({ slot: first + this.#n });
      for (let m = this.#n - 1; m >= 0; m--)
        value = this.#block.add(this.#block.mul(value, after), this.#block.load({ slot: first + m }));
      this.#at[j]!.set(state, value);
    }
  }

  /** Keeps the polynomial through the nodes of this step, about its end. */
  #remember(state: number): void {
    const { layout, nodes } = this.#plan;
    const first = layout.polynomials.get(state)!;
    const values = [this.#state(state), ...this.#at.slice(1).map((node) => node.get(state)!)];
    const shifted = nodes.lagrange.map((row) => aboutOne(row));
    const inverse = this.#table(layout.table.inverse);
    let scale: Value | undefined;
    for (let m = 0; m <= this.#n; m++) {
      const terms = values.map((value, l) => this.#block.mul(this.#block.constant(shifted[l]![m]!), value));
      const coefficient = m === 0 ? values.at(-1)! : this.#block.mul(this.#block.sum(terms), scale!);
      this.#block.store({ slot: first + m }, coefficient);
      scale = scale === undefined ? inverse : this.#block.mul(scale, inverse);
    }
  }

  #evaluate(split: Split, group: Group): Evaluated {
    const { hoist } = this.#plan;
    const nodes = this.#at.slice(1).map((_, j) => j + 1);
    const at = (expr: Expr) => nodes.map((node) => lower(this.#block, expr, this.#environment(node), hoist));
    const losses = isNumber(split.variable, 0) ? undefined : at(split.variable);
    const others = group.splits.map((one) => one.state).filter((state) => state !== split.state);
    const reads = leavesOf([split.rate], 'state');
    const seen = nodes.map(
      (node) =>
        new Map(others.filter((state) => reads.has(state)).map((state) => [state, this.#at[node]!.get(state)!])),
    );
    return { sources: at(split.source), losses, seen };
  }

  /** Solves again with the sources moved along the tangent to where the other states of the loop are now. */
  #correct(split: Split, before: Evaluated): void {
    const { graph, hoist } = this.#plan;
    const sources = before.sources.map((source, index) => {
      const node = index + 1;
      const then = before.seen[index]!;
      const environment: Environment = (leaf) =>
        leaf.op === 'state'
          ? (then.get(leaf.value) ?? this.#at[node]!.get(leaf.value)!)
          : this.#environment(node)(leaf);
      const moves = [...then].map(([state, value]) => {
        const now = this.#at[node]!.get(state)!;
        if (now === value) return this.#block.constant(0);
        const slope = lower(this.#block, graph.diff(split.rate, graph.state(state)), environment, hoist);
        return this.#block.mul(slope, this.#block.sub(now, value));
      });
      return this.#block.sum([source, ...moves]);
    });
    this.#settle(split, sources, before.losses);
  }

  /** Solves the collocation equations of one state and keeps its slope at the end of the step. */
  #settle(split: Split, sources: readonly Value[], losses: readonly Value[] | undefined): void {
    const { layout, nodes, rateIndex } = this.#plan;
    const n = this.#n;
    const table = layout.table.weights + rateIndex.get(split.constant)! * weightsSize(nodes);
    const weight = (j: number, l: number) => this.#table(table + n + (j - 1) * (n + 1) + l);
    const values = [this.#first(split.state), ...sources];
    const right = sources.map((_, index) =>
      this.#block.sum([
        this.#block.mul(this.#table(table + index), this.#state(split.state)),
        ...values.map((value, l) => this.#block.mul(weight(index + 1, l), value)),
      ]),
    );
    const solved =
      losses === undefined ? right : this.#solve(right, (j, l) => this.#block.mul(weight(j + 1, l + 1), losses[l]!));
    solved.forEach((value, index) => this.#at[index + 1]!.set(split.state, value));
    const last = sources.at(-1)!;
    const slope = losses === undefined ? last : this.#block.sub(last, this.#block.mul(losses.at(-1)!, solved.at(-1)!));
    this.#ends.set(split.state, slope);
  }

  /** The slope with which the step begins. */
  #first(state: number): Value {
    return this.#block.load({ slot: this.#plan.layout.slopes + state });
  }

  /** Solves x + M x = right by Cramer's rule for three nodes, else by elimination; M is small, so no rows are exchanged. */
  #solve(right: readonly Value[], entry: (row: number, column: number) => Value): readonly Value[] {
    const one = this.#block.constant(1);
    const m = right.map((_, i) => right.map((__, j) => (i === j ? this.#block.add(entry(i, j), one) : entry(i, j))));
    return right.length === 3 ? this.#cramer(m, right) : this.#eliminate(m, right);
  }

  #cramer(m: readonly (readonly Value[])[], right: readonly Value[]): readonly Value[] {
    const block = this.#block;
    const minor = (a: number, b: number, c: number, d: number) =>
      block.sub(block.mul(m[a]![c]!, m[b]![d]!), block.mul(m[a]![d]!, m[b]![c]!));
    // cofactors[k][i]: of entry (i, k), so that rows of it times the right side are the numerators.
    const cofactors = [0, 1, 2].map((k) => {
      const [c, d] = [(k + 1) % 3, (k + 2) % 3] as const;
      return [0, 1, 2].map((i) => minor((i + 1) % 3, (i + 2) % 3, c, d));
    });
    const dot = (row: readonly Value[], other: readonly Value[]) =>
      block.sum(row.map((value, i) => block.mul(value, other[i]!)));
    const inverse = block.reciprocal(
      dot(
        cofactors[0]!,
        m.map((row) => row[0]!),
      ),
    );
    return cofactors.map((row) => block.mul(dot(row, right), inverse));
  }

  #eliminate(rows: readonly (readonly Value[])[], right: readonly Value[]): readonly Value[] {
    const block = this.#block;
    const n = right.length;
    const m = rows.map((row) => [...row]);
    const x = [...right];
    const inverse: Value[] = [];
    for (let k = 0; k < n; k++) {
      inverse[k] = block.reciprocal(m[k]![k]!);
      for (let i = k + 1; i < n; i++) {
        const ratio = block.mul(m[i]![k]!, inverse[k]!);
        for (let j = k + 1; j < n; j++) m[i]![j] = block.sub(m[i]![j]!, block.mul(ratio, m[k]![j]!));
        x[i] = block.sub(x[i]!, block.mul(ratio, x[k]!));
      }
    }
    for (let k = n - 1; k >= 0; k--) {
      for (let j = k + 1; j < n; j++) x[k] = block.sub(x[k]!, block.mul(m[k]![j]!, x[j]!));
      x[k] = block.mul(x[k]!, inverse[k]!);
    }
    return x;
  }
}

/** The coefficients in powers of (s - 1) of a polynomial given in powers of s. */
function aboutOne(coefficients: readonly number[]): readonly number[] {
  const shifted = [...coefficients];
  for (let from = 0; from < shifted.length; from++)
    for (let m = shifted.length - 2; m >= from; m--) shifted[m]! += shifted[m + 1]!;
  return shifted;
}
