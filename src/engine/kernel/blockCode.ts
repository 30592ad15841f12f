/** Blocks as WebAssembly stack code, and the constants they read. */
import { SQRT_HALF_HIGH, TO_ONE_HIGH } from '../elementary.ts';
import {
  BYTES_PER_VECTOR,
  doubleBytes,
  list,
  localGet,
  localSet,
  section,
  signed,
  simd,
  unsigned,
  wordBytes,
  ZERO,
} from './binary.ts';
import type { Instruction, Place, Value } from './code.ts';

/**
 * The vector constants of a module. V8 builds a v128.const from three or four instructions each time; a load from memory
 * is one, so constants other than zero stand in memory after the fixed part.
 */
export class Constants {
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

export const addressOf = ({ pointer, slot }: Place): number[] =>
  pointer === undefined
    ? [0x41, ...signed(slot * BYTES_PER_VECTOR)]
    : [...localGet(pointer), ...(slot === 0 ? [] : [0x41, ...signed(slot * BYTES_PER_VECTOR), 0x6a])];

const keyOf = ({ pointer, slot }: Place): string => `${pointer} ${slot}`;
const baseOf = ({ pointer }: Place): number[] => (pointer === undefined ? [0x41, 0x00] : localGet(pointer));
const offsetOf = ({ slot }: Place): number[] => [0x04, ...unsigned(slot * BYTES_PER_VECTOR)];
export const loadOf = (place: Place): number[] => [...baseOf(place), ...simd('load'), ...offsetOf(place)];

/** Writes a block as stack code. A value used once stands where it is used; others live in locals. */
export class BlockEmitter {
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
