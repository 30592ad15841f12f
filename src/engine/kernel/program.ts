/**
 * A model as a program for populations: the procedures that prepare an individual, weigh a step size, give a dose, step
 * and observe, with the memory they share. The same program becomes WebAssembly, C or JavaScript.
 */
import { isNumber, type Expr } from '../expression.ts';
import type { Model, Route } from '../model.ts';
import { problem, type Problem } from '../problem.ts';
import { structureOf, type Structure } from '../structure.ts';
import { groupsOf, type Group } from './cascade.ts';
import { Block, type Item, type Procedure } from './code.ts';
import { lobatto, spacings } from './collocation.ts';
import { closureOf, exponential, type Pattern } from './exponential.ts';
import { layoutOf, type Layout } from './layout.ts';
import { Hoist, lower } from './lower.ts';
import { restartProcedure, stepProcedure, type StepPlan } from './step.ts';
import { weights, weightsSize } from './weights.ts';

export interface Program {
  readonly model: Model;
  readonly structure: Structure;
  readonly groups: readonly Group[];
  readonly layout: Layout;
  readonly procedures: readonly Procedure[];
  /** Vectors before the first table. */
  readonly fixedSize: number;
  /** New nodes in a step; the order of the method is twice that. */
  readonly nodes: number;
}

/** Builds the program, or says why this model is left to the reference. */
export function programOf(
  source: Model,
  nodeCount = 3,
): { readonly program?: Program; readonly problems: readonly Problem[] } {
  const model = withInputsAsParameters(source);
  const structure = structureOf(model);
  if (model.states.length === 0)
    return { problems: [problem('model', 'no states', 'at least one state', 'Evaluate the outputs directly.')] };
  return { program: new Writer(model, structure, nodeCount).program(), problems: [] };
}

/** Inputs are constant for an individual in a kernel: they stand behind the parameters. */
function withInputsAsParameters(model: Model): Model {
  if (model.inputs.length === 0) return model;
  const { graph, parameters } = model;
  const moved = (expr: Expr) =>
    graph.replace(expr, (leaf) => (leaf.op === 'input' ? graph.parameter(parameters.length + leaf.value) : leaf));
  const route = (one: Route): Route => ({
    ...one,
    targets: one.targets.map((target) => ({ ...target, factor: moved(target.factor) })),
    ...(one.lag === undefined ? {} : { lag: moved(one.lag) }),
  });
  return {
    ...model,
    parameters: [...parameters, ...model.inputs],
    inputs: [],
    states: model.states.map((state) => ({ ...state, initial: moved(state.initial), rate: moved(state.rate) })),
    outputs: model.outputs.map((output) => ({ ...output, value: moved(output.value) })),
    routes: model.routes.map(route),
  };
}

class Writer {
  readonly #model: Model;
  readonly #structure: Structure;
  readonly #groups: readonly Group[];
  readonly #pattern: Pattern;
  readonly #layout: Layout;
  readonly #hoist: Hoist;
  readonly #plan: StepPlan;

  constructor(model: Model, structure: Structure, nodeCount: number) {
    const { graph } = model;
    const nodes = lobatto(nodeCount);
    this.#model = model;
    this.#structure = structure;
    this.#groups = groupsOf(model, structure);
    this.#pattern = patternOf(structure);
    const rates = [...new Set(this.#groups.flatMap((group) => group.splits.map((split) => split.constant)))];
    this.#layout = layoutOf(model, this.#pattern, this.#groups, nodes, rates.length);
    this.#hoist = new Hoist(graph, this.#layout.hoisted);
    this.#plan = {
      graph,
      nodes,
      layout: this.#layout,
      hoist: this.#hoist,
      linear: structure.linear.states,
      pattern: this.#pattern,
      groups: this.#groups,
      rateIndex: new Map(rates.map((rate, index) => [rate, index])),
    };
  }

  program(): Program {
    const { nodes } = this.#plan;
    const procedures = [
      weights(nodes),
      ...(this.#pattern.size > 0 ? [exponential(this.#pattern, this.#layout.matrix, this.#layout.scratch)] : []),
      this.#weigh(),
      stepProcedure(this.#plan),
      restartProcedure(this.#plan),
      this.#dose(),
      this.#observe(),
    ];
    return {
      model: this.#model,
      structure: this.#structure,
      groups: this.#groups,
      layout: this.#layout,
      procedures: [...procedures, this.#prepare()],
      fixedSize: this.#hoist.end,
      nodes: nodes.c.length - 1,
    };
  }

  /** `weigh(table)`: fills the table of a step size whose h stands in its first vector. */
  #weigh(): Procedure {
    const { nodes, rateIndex } = this.#plan;
    const { table } = this.#layout;
    const { distinct } = spacings(nodes);
    const block = new Block();
    const h = block.load({ pointer: 0, slot: table.h });
    block.store({ pointer: 0, slot: table.inverse }, block.div(block.constant(1), h));
    distinct.forEach((gap, k) => block.store({ pointer: 0, slot: table.gaps + k }, block.mul(h, block.constant(gap))));
    const matrices = distinct.map((_, k): Item => ({
      kind: 'call',
      name: 'exponential',
      args: [
        { pointer: 0, slot: table.gaps + k },
        { pointer: 0, slot: table.matrices + k * this.#pattern.entries.length },
      ],
    }));
    const rates = [...rateIndex].map(([rate, index]): Item => ({
      kind: 'call',
      name: 'weights',
      args: [
        { slot: this.#hoist.slot(rate) },
        { pointer: 0, slot: table.h },
        { pointer: 0, slot: table.weights + index * weightsSize(nodes) },
      ],
    }));
    return { name: 'weigh', pointers: 1, body: [block.item, ...(this.#pattern.size > 0 ? matrices : []), ...rates] };
  }

  /** `dose(amounts)`: adds one row of amounts, a vector for each route. */
  #dose(): Procedure {
    const block = new Block();
    this.#model.routes.forEach((route, index) => {
      for (const { state, factor } of route.targets) {
        const place = { slot: this.#layout.states + state };
        const amount = block.mul(block.load({ pointer: 0, slot: index }), this.#fixed(block, factor));
        block.store(place, block.add(block.load(place), amount));
      }
    });
    return { name: 'dose', pointers: 1, body: [block.item] };
  }

  /** `observe(out)`: writes one row, a vector for each output. */
  #observe(): Procedure {
    const block = new Block();
    const { time, states } = this.#layout;
    this.#model.outputs.forEach((output, index) => {
      const value = lower(
        block,
        output.value,
        (leaf) => block.load({ slot: leaf.op === 'time' ? time : states + leaf.value }),
        this.#hoist,
      );
      block.store({ pointer: 0, slot: index }, value);
    });
    return { name: 'observe', pointers: 1, body: [block.item] };
  }

  /** `prepare()`: from parameters to hoisted values, the linear block and the initial states. The time is set outside. */
  #prepare(): Procedure {
    const block = new Block();
    const { linear } = this.#structure;
    this.#pattern.entries.forEach(([i, j], k) => {
      const entry =
        i >= linear.states.length ? undefined : j < linear.states.length ? linear.matrix[i]![j]! : linear.constant[i]!;
      block.store(
        { slot: this.#layout.matrix + k },
        entry === undefined ? block.constant(0) : this.#fixed(block, entry),
      );
    });
    this.#model.states.forEach(({ initial }, state) => {
      const begin = lower(block, initial, () => block.load({ slot: this.#layout.time }), this.#hoist);
      block.store({ slot: this.#layout.states + state }, begin);
    });
    // What was hoisted is known only now; it is worked out first.
    return { name: 'prepare', pointers: 0, body: [this.#hoisted(), block.item] };
  }

  #hoisted(): Item {
    const block = new Block();
    const noLeaf = () => {
      throw new Error('a hoisted value reads parameters only');
    };
    for (const [expr, slot] of this.#hoist.entries) block.store({ slot }, lower(block, expr, noLeaf, undefined));
    return block.item;
  }

  #fixed(block: Block, expr: Expr) {
    return isNumber(expr, expr.value) ? block.constant(expr.value) : block.load({ slot: this.#hoist.slot(expr) });
  }
}

/** Where exp(A t) of the linear block has entries; with a last row and column of one when there are constant sources. */
function patternOf({ linear }: Structure): Pattern {
  const size = linear.states.length;
  const affine = linear.constant.some((one) => !isNumber(one, 0));
  return closureOf(size + (affine ? 1 : 0), (i, j) => {
    if (i >= size) return false;
    return !isNumber(j < size ? linear.matrix[i]![j]! : linear.constant[i]!, 0);
  });
}
