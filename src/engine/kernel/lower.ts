/**
 * From expressions to instructions. What depends on parameters alone is worked out once for each individual before the
 * first step ("hoisted") and loaded from then on; a division by such a value is a multiplication with its reciprocal. Other divisions are written so too: a rate and its
 * tangents divide by the same things.
 */
import type { Expr, Graph } from '../expression.ts';
import type { Block, Value } from './code.ts';

/** Hands out the slots of hoisted expressions. */
export class Hoist {
  readonly #graph: Graph;
  readonly #firstSlot: number;
  readonly #slots = new Map<Expr, number>();
  readonly #fixed = new Map<Expr, boolean>();

  constructor(graph: Graph, firstSlot: number) {
    this.#graph = graph;
    this.#firstSlot = firstSlot;
  }

  /** Whether the expression is made of parameters and numbers alone. */
  fixed(node: Expr): boolean {
    const known = this.#fixed.get(node);
    if (known !== undefined) return known;
    const leaf = node.args.length === 0;
    const fixed = leaf ? node.op === 'parameter' || node.op === 'number' : node.args.every((arg) => this.fixed(arg));
    this.#fixed.set(node, fixed);
    return fixed;
  }

  /** The slot where a fixed expression will stand. Parameters stand in the first slots of the memory. */
  slot(node: Expr): number {
    if (node.op === 'parameter') return node.value;
    const known = this.#slots.get(node);
    if (known !== undefined) return known;
    const slot = this.#firstSlot + this.#slots.size;
    this.#slots.set(node, slot);
    return slot;
  }

  reciprocal(node: Expr): Expr {
    return this.#graph.div(this.#graph.one, node);
  }

  /** Everything hoisted so far, with its slot. */
  get entries(): readonly (readonly [Expr, number])[] {
    return [...this.#slots];
  }
  /** The first slot after the hoisted values. */
  get end(): number {
    return this.#firstSlot + this.#slots.size;
  }
}

/** Reads leaves that are not parameters: states and time, at one moment. */
export type Environment = (leaf: Expr) => Value;

/** Emits an expression; fixed parts are loaded when a hoist is given, else computed here. */
export function lower(block: Block, root: Expr, environment: Environment, hoist: Hoist | undefined): Value {
  const done = new Map<Expr, Value>();
  const visit = (node: Expr): Value => {
    const known = done.get(node);
    if (known !== undefined) return known;
    const value = emit(node);
    done.set(node, value);
    return value;
  };
  const emit = (node: Expr): Value => {
    if (node.op === 'number') return block.constant(node.value);
    if (node.op === 'parameter') return block.load({ slot: node.value });
    if (hoist?.fixed(node) === true) return block.load({ slot: hoist.slot(node) });
    if (node.args.length === 0) return environment(node);
    const [a, b] = node.args as [Expr, Expr];
    if (node.op === 'div' && hoist?.fixed(b) === true) return block.mul(visit(a), visit(hoist.reciprocal(b)));
    if (node.op === 'div' && hoist !== undefined) return block.mul(visit(a), block.reciprocal(visit(b)));
    return operation(block, node.op, visit(a), b === undefined ? 0 : visit(b));
  };
  return visit(root);
}

function operation(block: Block, op: Expr['op'], a: Value, b: Value): Value {
  switch (op) {
    case 'add':
    case 'sub':
    case 'mul':
    case 'div':
    case 'min':
    case 'max':
      return block[op](a, b);
    case 'neg':
    case 'sqrt':
    case 'exp':
    case 'log':
    case 'sin':
    case 'cos':
      return block[op](a);
    case 'less':
      return block.pick(a, b, block.constant(1), block.constant(0));
    case 'pow':
      return block.exp(block.mul(b, block.log(a)));
    default:
      throw new Error(`${op} is a leaf; the environment reads it`);
  }
}
