/**
 * The equations of one model ready to be stepped: rates, the exact Jacobian and the change of the rates with time, all
 * from the same expressions. One instance serves one solution at a time.
 */
import type { Expr } from './expression.ts';
import type { Model } from './model.ts';
import { Tape } from './tape.ts';

/** What an individual brings: values of parameters and inputs by position, and the running infusions by state. */
export interface Conditions {
  readonly parameters: Float64Array;
  readonly inputs: Float64Array;
  /** Constant addition to the rate of each state. */
  readonly infusion: Float64Array;
}

export class Dynamics {
  readonly size: number;
  readonly #rates: Tape;
  readonly #jacobian: Tape;
  readonly #entries: readonly { readonly row: number; readonly column: number }[];
  readonly #slopes: Float64Array;
  readonly #byTime: Tape;

  constructor(model: Model) {
    const { graph, states } = model;
    this.size = states.length;
    this.#rates = new Tape(states.map((state) => state.rate));
    this.#byTime = new Tape(states.map((state) => graph.diff(state.rate, graph.time())));
    const entries = states.flatMap((state, row) =>
      states
        .map((_, column) => ({ row, column, slope: graph.diff(state.rate, graph.state(column)) }))
        .filter(({ slope }) => slope !== graph.zero),
    );
    this.#entries = entries;
    this.#jacobian = new Tape(entries.map((entry): Expr => entry.slope));
    this.#slopes = new Float64Array(entries.length);
  }

  rates(time: number, states: Float64Array, given: Conditions, out: Float64Array): void {
    this.#rates.run({ time, states, parameters: given.parameters, inputs: given.inputs }, out);
    for (let k = 0; k < this.size; k++) out[k]! += given.infusion[k]!;
  }

  /** The Jacobian by rows into `out`, and the derivative of the rates by time into `byTime`. */
  slopes(time: number, states: Float64Array, given: Conditions, out: Float64Array, byTime: Float64Array): void {
    const leaves = { time, states, parameters: given.parameters, inputs: given.inputs };
    this.#jacobian.run(leaves, this.#slopes);
    out.fill(0);
    this.#entries.forEach(({ row, column }, k) => {
      out[row * this.size + column] = this.#slopes[k]!;
    });
    this.#byTime.run(leaves, byTime);
  }
}
