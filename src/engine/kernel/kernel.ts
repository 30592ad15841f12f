/**
 * A compiled model: it takes individuals two at a time through a plan and gives back their outputs. What an individual
 * gets depends on that individual alone, whoever sits in the other lane.
 */
import type { Plan } from '../grid.ts';
import { canRun, compileModule, instantiate, type WasmModule } from './host.ts';
import type { Program } from './program.ts';
import { wasmModule } from './wasm.ts';

const LANES = 2;
const VECTOR = 2;
const BYTES = 16;
const CODES = { step: 0, dose: 1, observe: 2, restart: 3, weigh: 4 } as const;

/** What runs: fused and portable WebAssembly differ in the last bits; portable gives the same bytes on every machine. */
export type Arithmetic = 'portable' | 'fused';

export interface Compiled {
  readonly program: Program;
  readonly arithmetic: Arithmetic;
  /** May be posted to a worker. */
  readonly module: WasmModule;
  /** First slot after the fixed part and the constants. */
  readonly firstFree: number;
  /** Of the module, in bytes. */
  readonly size: number;
}

/** Compiles a program; `undefined` where the machine has no such WebAssembly. */
export function compiled(program: Program, arithmetic: Arithmetic): Compiled | undefined {
  if (!canRun[arithmetic]) return undefined;
  const { bytes, firstFree } = wasmModule(program, arithmetic === 'fused');
  return { program, arithmetic, module: compileModule(bytes), firstFree, size: bytes.length };
}

/** One instance with its memory, ready for one plan. */
export class Kernel {
  readonly #program: Program;
  readonly #memory: Float64Array;
  readonly #call: (name: string, ...args: readonly number[]) => void;
  readonly #script: number;
  readonly #count: number;
  readonly #doses: number;
  readonly #outputs: number;
  readonly #from: number;
  /** Entries of the script that are done, and for each row of outputs the entries up to and with it. */
  #done = 0;
  readonly #ends: readonly number[];
  readonly doseRows: number;
  readonly outputRows: number;

  constructor({ program, module, firstFree }: Compiled, plan: Plan, from: number) {
    const { layout, model } = program;
    this.#program = program;
    this.#from = from;
    this.doseRows = rowsOf(plan, 'dose');
    this.outputRows = rowsOf(plan, 'observe');
    const tables = firstFree;
    this.#doses = tables + plan.sizes.length * layout.table.size;
    this.#outputs = this.#doses + this.doseRows * model.routes.length;
    const script = this.#outputs + this.outputRows * model.outputs.length;
    this.#script = script * BYTES;
    this.#count = plan.sizes.length + 1 + plan.actions.length;
    const head = plan.sizes.length + 1;
    this.#ends = plan.actions.flatMap((action, k) => (action.kind === 'observe' ? [head + k + 1] : []));
    const { memory, call } = instantiate(module, this.#script + this.#count * 8);
    this.#memory = new Float64Array(memory.buffer);
    this.#call = call;
    plan.sizes.forEach((h, k) =>
      this.#memory.fill(
        h,
        (tables + k * layout.table.size) * VECTOR,
        (tables + k * layout.table.size) * VECTOR + VECTOR,
      ),
    );
    new Int32Array(memory.buffer, this.#script, this.#count * 2).set(this.#scriptOf(plan, tables));
  }

  #scriptOf(plan: Plan, tables: number): number[] {
    const { layout, model } = this.#program;
    const table = (size: number) => (tables + size * layout.table.size) * BYTES;
    const script: number[] = plan.sizes.flatMap((_, k) => [CODES.weigh, table(k)]);
    script.push(CODES.restart, 0);
    for (const action of plan.actions) {
      if (action.kind === 'step') script.push(CODES.step, table(action.size));
      else if (action.kind === 'dose')
        script.push(CODES.dose, (this.#doses + action.row * model.routes.length) * BYTES);
      else script.push(CODES.observe, (this.#outputs + action.row * model.outputs.length) * BYTES);
    }
    return script;
  }

  /**
   * Solves one or two individuals. `amounts` of an individual are rows of doses, one column for each route; `out`
   * receives rows of outputs. A missing second individual is the first again.
   */
  solve(
    parameters: readonly ArrayLike<number>[],
    amounts: readonly ArrayLike<number>[],
    out: readonly Float64Array[],
  ): void {
    this.begin(parameters);
    for (let lane = 0; lane < LANES; lane++)
      this.#scatter(amounts[Math.min(lane, parameters.length - 1)]!, this.#doses, lane);
    this.#follow(this.#count);
    out.forEach((row, lane) => this.#gather(row, 0, lane));
  }

  /** Begins one or two individuals without doses, to be taken on by `advance`. */
  begin(parameters: readonly ArrayLike<number>[]): void {
    const { layout, model } = this.#program;
    for (let lane = 0; lane < LANES; lane++) this.#scatter(parameters[Math.min(lane, parameters.length - 1)]!, 0, lane);
    this.#memory.fill(0, this.#doses * VECTOR, (this.#doses + this.doseRows * model.routes.length) * VECTOR);
    this.#memory.fill(this.#from, layout.time * VECTOR, layout.time * VECTOR + VECTOR);
    this.#call('prepare');
    this.#done = 0;
  }

  /** Goes on until a row of outputs is written; doses that come after it may still be set. */
  advance(outputRow: number): void {
    this.#follow(this.#ends[outputRow]!);
  }

  /** Sets the amount of a dose that is still to come. */
  setDose(lane: number, row: number, route: number, amount: number): void {
    this.#memory[(this.#doses + row * this.#program.model.routes.length + route) * VECTOR + lane] = amount;
  }

  /** A row of outputs of an individual. */
  observed(lane: number, row: number): Float64Array {
    const count = this.#program.model.outputs.length;
    const out = new Float64Array(count);
    this.#gather(out, row * count, lane);
    return out;
  }

  #follow(end: number): void {
    this.#call('follow', this.#script + this.#done * 8, end - this.#done);
    this.#done = end;
  }

  #scatter(values: ArrayLike<number>, slot: number, lane: number): void {
    for (let k = 0; k < values.length; k++) this.#memory[(slot + k) * VECTOR + lane] = values[k]!;
  }
  #gather(out: Float64Array, first: number, lane: number): void {
    for (let k = 0; k < out.length; k++) out[k] = this.#memory[(this.#outputs + first + k) * VECTOR + lane]!;
  }
}

const rowsOf = (plan: Plan, kind: 'dose' | 'observe'): number =>
  plan.actions.reduce((most, action) => (action.kind === kind ? Math.max(most, action.row + 1) : most), 0);
