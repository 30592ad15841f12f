/**
 * Programs as WebAssembly bytes, written by hand: f64x2 vectors, two individuals in lockstep. Portable SIMD rounds a
 * product before it is added; with `fused` the relaxed multiply-add is used where the machine has one, which is faster
 * and differs in the last bits from machine to machine.
 */
import { SQRT_HALF_HIGH, TO_ONE_HIGH } from '../elementary.ts';
import type { Instruction, Item, Place, Procedure, Value } from './code.ts';
import type { Program } from './program.ts';

/** The name of the format and its version. */
export const MAGIC: readonly number[] = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const BYTES_PER_VECTOR = 16;
const V128 = 0x7b;
const I32 = 0x7f;
const SIMD: Readonly<Record<string, readonly number[]>> = {
  add: [0xf0, 0x01],
  sub: [0xf1, 0x01],
  mul: [0xf2, 0x01],
  div: [0xf3, 0x01],
  min: [0xf4, 0x01],
  max: [0xf5, 0x01],
  atMost: [0xf6, 0x01],
  atLeast: [0xf7, 0x01],
  neg: [0xed, 0x01],
  sqrt: [0xef, 0x01],
  floor: [0x75],
  nearest: [0x94, 0x01],
  less: [0x49],
  bitselect: [0x52],
  and: [0x4e],
  or: [0x50],
  shiftLeft: [0xcb, 0x01],
  shiftRightUnsigned: [0xcd, 0x01],
  i64add: [0xce, 0x01],
  anyTrue: [0x53],
  constant: [0x0c],
  load: [0x00],
  store: [0x0b],
  madd: [0x87, 0x02],
  nmadd: [0x88, 0x02],
};

const simd = (name: string): readonly number[] => [0xfd, ...SIMD[name]!];

/** Unsigned LEB128. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const byte = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? byte + 128 : byte);
  } while (rest > 0);
  return bytes;
}

/** Signed LEB128 of a 32-bit number. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const byte = rest & 127;
    rest >>= 7;
    if ((rest === 0 && (byte & 64) === 0) || (rest === -1 && (byte & 64) !== 0)) return [...bytes, byte];
    bytes.push(byte | 128);
  }
}

const text = (name: string): number[] => [
  ...unsigned(name.length),
  ...Array.from(name, (letter) => letter.charCodeAt(0)),
];
const list = (items: readonly (readonly number[])[]): number[] => [...unsigned(items.length), ...items.flat()];
const section = (id: number, body: readonly number[]): number[] => [id, ...unsigned(body.length), ...body];

const twin = new DataView(new ArrayBuffer(8));
function doubleBytes(value: number): number[] {
  twin.setFloat64(0, value, true);
  return Array.from({ length: 8 }, (_, k) => twin.getUint8(k));
}
const ZERO: readonly number[] = [...simd('constant'), ...Array<number>(16).fill(0)];
function wordBytes(high: number, low: number): number[] {
  twin.setUint32(4, high, true);
  twin.setUint32(0, low, true);
  return Array.from({ length: 8 }, (_, k) => twin.getUint8(k));
}

/**
 * The vector constants of a module. V8 builds a v128.const from three or four instructions each time; a load from memory
 * is one, so constants other than zero stand in memory after the fixed part.
 */
class Constants {
  readonly #first: number;
  readonly #slots = new Map<string, { readonly slot: number; readonly bytes: readonly number[] }>();
  constructor(first: number) {
    this.#first = first;
  }
  /** The slot that holds these eight bytes in each lane. */
  slot(bytes: readonly number[]): number {
    const key = bytes.join(' ');
    const known = this.#slots.get(key) ?? { slot: this.#first + this.#slots.size, bytes };
    this.#slots.set(key, known);
    return known.slot;
  }
  get count(): number {
    return this.#slots.size;
  }
  /** The data section that fills them. */
  section(): number[] {
    const bytes = [...this.#slots.values()].flatMap((one) => [...one.bytes, ...one.bytes]);
    const offset = [0x41, ...signed(this.#first * BYTES_PER_VECTOR), 0x0b];
    return section(11, list([[0x00, ...offset, ...unsigned(bytes.length), ...bytes]]));
  }
}

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

const localGet = (local: number): number[] => [0x20, ...unsigned(local)];
const localSet = (local: number): number[] => [0x21, ...unsigned(local)];
const call = (index: number): number[] => [0x10, ...unsigned(index)];

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

const addressOf = ({ pointer, slot }: Place): number[] =>
  pointer === undefined
    ? [0x41, ...signed(slot * BYTES_PER_VECTOR)]
    : [...localGet(pointer), ...(slot === 0 ? [] : [0x41, ...signed(slot * BYTES_PER_VECTOR), 0x6a])];

const keyOf = ({ pointer, slot }: Place): string => `${pointer} ${slot}`;
const baseOf = ({ pointer }: Place): number[] => (pointer === undefined ? [0x41, 0x00] : localGet(pointer));
const offsetOf = ({ slot }: Place): number[] => [0x04, ...unsigned(slot * BYTES_PER_VECTOR)];
const loadOf = (place: Place): number[] => [...baseOf(place), ...simd('load'), ...offsetOf(place)];

/** Writes a block as stack code. A value used once stands where it is used; others live in locals. */
class BlockEmitter {
  readonly #code: readonly Instruction[];
  readonly #firstLocal: number;
  readonly #fused: boolean;
  readonly #constants: Constants;
  readonly #put: (bytes: readonly number[]) => void;
  readonly #uses: Uint32Array;
  readonly #kept: Uint8Array;
  /** Places that the block writes; loads of others may be repeated, which is cheaper than keeping them. */
  readonly #written: ReadonlySet<string>;

  constructor(
    code: readonly Instruction[],
    firstLocal: number,
    fused: boolean,
    constants: Constants,
    put: (bytes: readonly number[]) => void,
  ) {
    this.#code = code;
    this.#firstLocal = firstLocal;
    this.#fused = fused;
    this.#constants = constants;
    this.#put = put;
    this.#uses = new Uint32Array(code.length);
    this.#kept = new Uint8Array(code.length);
    this.#written = new Set(code.filter(({ op }) => op === 'store').map(({ place }) => keyOf(place!)));
    for (const { args } of code) for (const arg of args) this.#uses[arg]! += 1;
  }

  emit(): void {
    this.#code.forEach((instruction, value) => {
      const { op, args, place } = instruction;
      if (op === 'store') {
        this.#put(baseOf(place!));
        this.#use(args[0]!);
        this.#put([...simd('store'), ...offsetOf(place!)]);
      } else if (op === 'load' ? this.#written.has(keyOf(place!)) : op !== 'const' && this.#uses[value]! > 1)
        this.#keep(value);
    });
  }

  #keep(value: Value): void {
    if (this.#uses[value] === 0) return;
    this.#compute(value);
    this.#kept[value] = 1;
    this.#put(localSet(this.#firstLocal + value));
  }

  #use(value: Value): void {
    if (this.#kept[value] === 1) this.#put(localGet(this.#firstLocal + value));
    else this.#compute(value);
  }

  #compute(value: Value): void {
    const { op, args, value: constant, place } = this.#code[value]!;
    if (op === 'const') this.#put(this.#constant(constant));
    else if (op === 'load') this.#put(loadOf(place!));
    else if (op === 'pick') this.#pick(args);
    else if (op === 'pow2' || op === 'exponent' || op === 'mantissa') this.#bits(op, args[0]!);
    else if (!this.#fusedInto(op, args)) {
      for (const arg of args) this.#use(arg);
      this.#put(simd(op));
    }
  }

  #constant(value: number): readonly number[] {
    return Object.is(value, 0) ? ZERO : this.#bytes(doubleBytes(value));
  }
  #bytes(bytes: readonly number[]): readonly number[] {
    return loadOf({ slot: this.#constants.slot(bytes) });
  }

  #words(high: number, low: number): readonly number[] {
    return this.#bytes(wordBytes(high, low));
  }

  #pick([a, b, c, d]: readonly Value[]): void {
    this.#use(c!);
    this.#use(d!);
    this.#use(a!);
    this.#use(b!);
    this.#put([...simd('less'), ...simd('bitselect')]);
  }

  /** a * b + c and c - a * b as one operation, when the product is used nowhere else. */
  #fusedInto(op: Instruction['op'], args: readonly Value[]): boolean {
    if (!this.#fused || (op !== 'add' && op !== 'sub')) return false;
    const [left, right] = args as [Value, Value];
    const product = this.#isLoneProduct(right) ? right : op === 'add' && this.#isLoneProduct(left) ? left : undefined;
    if (product === undefined) return false;
    for (const arg of this.#code[product]!.args) this.#use(arg);
    this.#use(product === right ? left : right);
    this.#put(simd(op === 'add' ? 'madd' : 'nmadd'));
    return true;
  }
  #isLoneProduct(value: Value): boolean {
    return this.#code[value]!.op === 'mul' && this.#uses[value] === 1 && this.#kept[value] === 0;
  }

  #bits(op: 'pow2' | 'exponent' | 'mantissa', arg: Value): void {
    this.#use(arg);
    // pow2: adding 1.5 * 2^52 + 1023 leaves n + 1023 in the lowest bits; they are shifted into the exponent.
    if (op === 'pow2')
      this.#put([
        ...this.#constant(6755399441055744 + 1023),
        ...simd('add'),
        0x41,
        ...signed(52),
        ...simd('shiftLeft'),
      ]);
    else {
      this.#put([...this.#words(TO_ONE_HIGH, 0), ...simd('i64add')]);
      // exponent: the shifted exponent under 2^52 is the number 2^52 + exponent + 1023.
      if (op === 'exponent')
        this.#put([
          0x41,
          ...signed(52),
          ...simd('shiftRightUnsigned'),
          ...this.#words(0x43300000, 0),
          ...simd('or'),
          ...this.#constant(4503599627370496 + 1023),
          ...simd('sub'),
        ]);
      else
        this.#put([
          ...this.#words(0x000fffff, 0xffffffff),
          ...simd('and'),
          ...this.#words(SQRT_HALF_HIGH, 0),
          ...simd('i64add'),
        ]);
    }
  }
}
