/**
 * Expressions as a list of instructions over numbered registers: the plain evaluator that everything else is compared
 * with. One register per node, filled in order of ids.
 */
import { apply, reachable, type Expr, type Op } from './expression.ts';

/** The values of the leaves of one individual at one moment. */
export interface Leaves {
  readonly parameters: ArrayLike<number>;
  readonly inputs: ArrayLike<number>;
  readonly states: ArrayLike<number>;
  readonly time: number;
}

interface Step {
  readonly op: Op;
  readonly a: number;
  readonly b: number;
  readonly value: number;
}

/** A list of expressions ready to be evaluated together, shared parts once. */
export class Tape {
  readonly #steps: readonly Step[];
  readonly #registers: Float64Array;
  readonly #results: readonly number[];

  constructor(roots: readonly Expr[]) {
    const nodes = reachable(roots);
    const register = new Map(nodes.map((node, index) => [node, index]));
    this.#registers = new Float64Array(nodes.length);
    this.#results = roots.map((root) => register.get(root)!);
    this.#steps = nodes.map(({ op, args, value }) => ({
      op,
      value,
      a: args[0] === undefined ? 0 : register.get(args[0])!,
      b: args[1] === undefined ? 0 : register.get(args[1])!,
    }));
  }

  /** Writes the value of each root into `out`, in the order the roots were given. */
  run(leaves: Leaves, out: Float64Array): void {
    const values = this.#registers;
    const steps = this.#steps;
    for (let k = 0; k < steps.length; k++) {
      const { op, a, b, value } = steps[k]!;
      values[k] = isLeaf(op) ? read(op, value, leaves) : apply(op, values[a]!, values[b]!);
    }
    this.#results.forEach((register, k) => {
      out[k] = values[register]!;
    });
  }

  /** The values of the roots in a new array. */
  values(leaves: Leaves): Float64Array {
    const out = new Float64Array(this.#results.length);
    this.run(leaves, out);
    return out;
  }
}

const isLeaf = (op: Op): boolean =>
  op === 'number' || op === 'state' || op === 'parameter' || op === 'input' || op === 'time';

function read(op: Op, value: number, leaves: Leaves): number {
  switch (op) {
    case 'state':
      return leaves.states[value]!;
    case 'parameter':
      return leaves.parameters[value]!;
    case 'input':
      return leaves.inputs[value]!;
    case 'time':
      return leaves.time;
    default:
      return value;
  }
}
