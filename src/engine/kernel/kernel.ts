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
    const { layout } = this.#program;
    for (let lane = 0; lane < LANES; lane++) {
      const who = Math.min(lane, parameters.length - 1);
      this.#scatter(parameters[who]!, 0, lane);
      this.#scatter(amounts[who]!, this.#doses, lane);
    }
    this.#memory.fill(this.#from, layout.time * VECTOR, layout.time * VECTOR + VECTOR);
    this.#call('prepare');
    this.#call('follow', this.#script, this.#count);
    out.forEach((row, lane) => this.#gather(row, lane));
  }

  #scatter(values: ArrayLike<number>, slot: number, lane: number): void {
    for (let k = 0; k < values.length; k++) this.#memory[(slot + k) * VECTOR + lane] = values[k]!;
  }
  #gather(row: Float64Array, lane: number): void {
    for (let k = 0; k < row.length; k++) row[k] = this.#memory[(this.#outputs + k) * VECTOR + lane]!;
  }
}

const rowsOf = (plan: Plan, kind: 'dose' | 'observe'): number =>
  plan.actions.reduce((most, action) => (action.kind === kind ? Math.max(most, action.row + 1) : most), 0);
