/**
 * Programs as WebAssembly bytes, written by hand: f64x2 vectors, two individuals in lockstep. Portable SIMD rounds a
 * product before it is added; with `fused` the relaxed multiply-add is used where the machine has one, which is faster
 * and differs in the last bits from machine to machine.
 */
import {
  call,
  I32,
  list,
  localGet,
  localSet,
  MAGIC,
  section,
  signed,
  simd,
  text,
  unsigned,
  V128,
  ZERO,
} from './binary.ts';
import { addressOf, BlockEmitter, Constants, loadOf } from './blockCode.ts';
import type { Instruction, Item, Procedure } from './code.ts';
import type { Program } from './program.ts';

/**
 * The module: it imports its memory as `lanes.memory` and exports every procedure, and `follow(script, count)`, which
 * runs a script of (what, pointer) pairs: 0 step, 1 dose and restart, 2 observe, 3 restart, 4 weigh.
 */
export function wasmModule(
  program: Program,
  fused: boolean,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly firstFree: number } {
  const constants = new Constants(program.fixedSize);
  const { procedures } = program;
  const index = new Map(procedures.map(({ name }, k) => [name, k]));
  const types = [0, 1, 2, 3].map((pointers) => [0x60, ...list(Array.from({ length: pointers }, () => [I32])), 0]);
  const bodies = [...procedures.map((one) => new Emitter(one, index, fused, constants).bytes()), followBody(index)];
  const names = [...procedures.map((one) => one.name), 'follow'];
  const kinds = [...procedures.map((one) => one.pointers), 2];
  const bytes = Uint8Array.from([
    ...MAGIC,
    ...section(1, list(types)),
    ...section(2, list([[...text('lanes'), ...text('memory'), 0x02, 0x00, 0x01]])),
    ...section(3, list(kinds.map((kind) => [kind]))),
    ...section(7, list(names.map((name, k) => [...text(name), 0x00, ...unsigned(k)]))),
    ...joined(10, bodies),
    ...constants.section(),
  ]);
  return { bytes, firstFree: program.fixedSize + constants.count };
}

/** The code section without spreading long arrays as arguments. */
function joined(id: number, bodies: readonly (readonly number[])[]): number[] {
  const inner = unsigned(bodies.length);
  for (const body of bodies) {
    inner.push(...unsigned(body.length));
    for (const byte of body) inner.push(byte);
  }
  const whole = [id, ...unsigned(inner.length)];
  for (const byte of inner) whole.push(byte);
  return whole;
}

function followBody(index: ReadonlyMap<string, number>): number[] {
  const [script, count] = [0, 1];
  const pointer = [...localGet(script), 0x28, 0x02, 0x04];
  const named = (name: string) => call(index.get(name)!);
  const when = (what: number, body: readonly number[]) => [
    ...localGet(script),
    0x28,
    0x02,
    0x00,
    0x41,
    what,
    0x46,
    0x04,
    0x40,
    ...body,
    0x0b,
  ];
  const untilDone = [0x02, 0x40, 0x03, 0x40, ...localGet(count), 0x45, 0x0d, 0x01];
  const advance = [...localGet(script), 0x41, 0x08, 0x6a, ...localSet(script)];
  const countDown = [...localGet(count), 0x41, 0x01, 0x6b, ...localSet(count)];
  const again = [0x0c, 0x00, 0x0b, 0x0b, 0x0b];
  const code = [
    ...untilDone,
    ...when(0, [...pointer, ...named('step')]),
    ...when(1, [...pointer, ...named('dose'), ...named('restart')]),
    ...when(2, [...pointer, ...named('observe')]),
    ...when(3, named('restart')),
    ...when(4, [...pointer, ...named('weigh')]),
    ...advance,
    ...countDown,
    ...again,
  ];
  return [0x00, ...code];
}

class Emitter {
  readonly #procedure: Procedure;
  readonly #index: ReadonlyMap<string, number>;
  readonly #fused: boolean;
  readonly #constants: Constants;
  readonly #out: number[] = [];
  #vectors = 0;
  #counters = 0;

  constructor(procedure: Procedure, index: ReadonlyMap<string, number>, fused: boolean, constants: Constants) {
    this.#constants = constants;
    this.#procedure = procedure;
    this.#index = index;
    this.#fused = fused;
  }

  /** Locals and code. Vector locals are shared by the blocks of a procedure; counters come after them. */
  bytes(): number[] {
    this.#vectors = Math.max(0, ...vectorsOf(this.#procedure.body));
    for (const item of this.#procedure.body) this.#item(item);
    const locals = list([
      [...unsigned(this.#vectors), V128],
      [...unsigned(this.#counters), I32],
    ]);
    const whole = locals;
    for (const byte of this.#out) whole.push(byte);
    whole.push(0x0b);
    return whole;
  }

  #put(bytes: readonly number[]): void {
    for (const byte of bytes) this.#out.push(byte);
  }

  #item(item: Item): void {
    if (item.kind === 'block') this.#blockCode(item.code);
    else if (item.kind === 'call') {
      for (const place of item.args) this.#put(addressOf(place));
      this.#put(call(this.#index.get(item.name)!));
    } else if (item.kind === 'while') this.#while(item.slot, item.body);
    else this.#repeat(item.count, item.body);
  }

  #while(slot: number, body: readonly Item[]): void {
    this.#put([0x02, 0x40, 0x03, 0x40]);
    this.#put([...ZERO, ...loadOf({ slot }), ...simd('less'), ...simd('anyTrue'), 0x45, 0x0d, 0x01]);
    for (const item of body) this.#item(item);
    this.#put([0x0c, 0x00, 0x0b, 0x0b]);
  }

  #repeat(count: number, body: readonly Item[]): void {
    const counter = this.#procedure.pointers + this.#vectors + this.#counters++;
    this.#put([0x41, ...signed(count), ...localSet(counter), 0x03, 0x40]);
    for (const item of body) this.#item(item);
    this.#put([...localGet(counter), 0x41, 0x01, 0x6b, 0x22, ...unsigned(counter), 0x0d, 0x00, 0x0b]);
  }

  #blockCode(code: readonly Instruction[]): void {
    const { pointers } = this.#procedure;
    new BlockEmitter(code, pointers, this.#fused, this.#constants, (bytes) => this.#put(bytes)).emit();
  }
}

const vectorsOf = (items: readonly Item[]): number[] =>
  items.flatMap((item) =>
    item.kind === 'block' ? [item.code.length] : item.kind === 'call' ? [] : vectorsOf(item.body),
  );
