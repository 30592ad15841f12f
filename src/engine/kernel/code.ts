/**
 * The language between a model and a machine: straight-line arithmetic on vectors of doubles (one lane for each
 * individual), loads and stores at fixed places, and three forms of control that never depend on a single lane. Values
 * are numbered so that nothing is computed twice in a block. Backends: WebAssembly, and text for C and JavaScript.
 */
import {
  EXP_HIGH,
  EXP_LOW,
  EXP_TAYLOR,
  LN2_HIGH,
  LN2_LOW,
  LOG_SERIES,
  PI_LOW,
  SIN_TAYLOR,
  SMALLEST_NORMAL,
} from '../elementary.ts';

/**
 * `pick(a, b, c, d)` is c where a < b, else d. `pow2` of a whole n is 2^n; `exponent` and
 * `mantissa` split x > 0 into e and m of 2^e m with m from sqrt(1/2) to sqrt 2.
 */
export type Op =
  | 'const'
  | 'load'
  | 'store'
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'neg'
  | 'min'
  | 'max'
  | 'atMost'
  | 'atLeast'
  | 'sqrt'
  | 'nearest'
  | 'floor'
  | 'pow2'
  | 'exponent'
  | 'mantissa'
  | 'pick';

/** A number of a value within its block. */
export type Value = number;

/** Where a vector lies: a pointer parameter of the function, or the fixed memory when absent, plus a slot. */
export interface Place {
  readonly pointer?: 0 | 1 | 2;
  /** In vectors, not bytes, from the pointer or from the beginning of the memory. */
  readonly slot: number;
}

export interface Instruction {
  readonly op: Op;
  readonly args: readonly Value[];
  /** Of a constant. */
  readonly value: number;
  /** Of a load or store. */
  readonly place: Place | undefined;
}

export type Item =
  | { readonly kind: 'block'; readonly code: readonly Instruction[] }
  /** Repeats while any lane of the slot is above zero; tested before each round. */
  | { readonly kind: 'while'; readonly slot: number; readonly body: readonly Item[] }
  | { readonly kind: 'repeat'; readonly count: number; readonly body: readonly Item[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Place[] };

export interface Procedure {
  readonly name: string;
  /** Number of pointer parameters. */
  readonly pointers: 0 | 1 | 2 | 3;
  readonly body: readonly Item[];
}

/** A block in the making. */
export class Block {
  readonly code: Instruction[] = [];
  readonly #known = new Map<string, Value>();

  #value(op: Op, args: readonly Value[], value = 0): Value {
    const key = `${op} ${args.join(' ')} ${Object.is(value, -0) ? '-0' : value}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.code.length);
    return this.code.push({ op, args, value, place: undefined }) - 1;
  }

  #constantOf(a: Value): number | undefined {
    const { op, value } = this.code[a]!;
    return op === 'const' ? value : undefined;
  }

  constant(value: number): Value {
    return this.#value('const', [], value);
  }
  load(place: Place): Value {
    const key = `load ${place.pointer} ${place.slot}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.code.length);
    return this.code.push({ op: 'load', args: [], value: 0, place }) - 1;
  }
  /** Writes a value; a later load of the same place is the value. Places of one block never overlap otherwise. */
  store(place: Place, value: Value): void {
    this.code.push({ op: 'store', args: [value], value: 0, place });
    this.#known.set(`load ${place.pointer} ${place.slot}`, value);
  }

  add(a: Value, b: Value): Value {
    if (this.#constantOf(a) === 0) return b;
    if (this.#constantOf(b) === 0) return a;
    return this.#value('add', [a, b]);
  }
  sub(a: Value, b: Value): Value {
    if (this.#constantOf(b) === 0) return a;
    if (this.#constantOf(a) === 0) return this.neg(b);
    return this.#value('sub', [a, b]);
  }
  mul(a: Value, b: Value): Value {
    if (this.#constantOf(a) === 0 || this.#constantOf(b) === 0) return this.constant(0);
    if (this.#constantOf(a) === 1) return b;
    if (this.#constantOf(b) === 1) return a;
    return this.#value('mul', [a, b]);
  }
  div(a: Value, b: Value): Value {
    return this.#value('div', [a, b]);
  }
  reciprocal(a: Value): Value {
    return this.div(this.constant(1), a);
  }
  neg(a: Value): Value {
    return this.#value('neg', [a]);
  }
  /** Not a number when either is; cheaper when one is a constant. */
  min(a: Value, b: Value): Value {
    if (this.#constantOf(a) !== undefined) return this.atMost(b, a);
    return this.#constantOf(b) === undefined ? this.#value('min', [a, b]) : this.atMost(a, b);
  }
  max(a: Value, b: Value): Value {
    if (this.#constantOf(a) !== undefined) return this.atLeast(b, a);
    return this.#constantOf(b) === undefined ? this.#value('max', [a, b]) : this.atLeast(a, b);
  }
  /** b where b < a, else a: a when a is not a number. */
  atMost(a: Value, b: Value): Value {
    return this.#value('atMost', [a, b]);
  }
  /** b where a < b, else a: a when a is not a number. */
  atLeast(a: Value, b: Value): Value {
    return this.#value('atLeast', [a, b]);
  }
  sqrt(a: Value): Value {
    return this.#value('sqrt', [a]);
  }
  /** c where a < b, else d. */
  pick(a: Value, b: Value, c: Value, d: Value): Value {
    return this.#value('pick', [a, b, c, d]);
  }
  sum(terms: readonly Value[]): Value {
    return terms.length === 0 ? this.constant(0) : terms.reduce((total, term) => this.add(total, term));
  }
  /** The polynomial with these coefficients, from the constant up, at x. */
  polynomial(coefficients: readonly number[], x: Value): Value {
    return coefficients
      .map((one) => this.constant(one))
      .reduceRight((total, coefficient) => this.add(this.mul(total, x), coefficient));
  }

  /** The operations of `exp` in elementary.ts, one by one. */
  exp(x: Value): Value {
    const low = this.constant(EXP_LOW);
    const high = this.constant(EXP_HIGH);
    const inside = this.atMost(this.atLeast(x, low), high);
    const n = this.#value('nearest', [this.mul(inside, this.constant(Math.LOG2E))]);
    const r = this.sub(this.sub(inside, this.mul(n, this.constant(LN2_HIGH))), this.mul(n, this.constant(LN2_LOW)));
    return this.mul(this.polynomial(EXP_TAYLOR, r), this.#value('pow2', [n]));
  }

  /** The operations of `log` in elementary.ts. */
  log(x: Value): Value {
    const e = this.#value('exponent', [x]);
    const m = this.#value('mantissa', [x]);
    // x * 0 is zero for every finite x and not a number for the others.
    const result = this.add(this.#logOfMantissa(m, e), this.#value('mul', [x, this.constant(0)]));
    const zero = this.pick(x, this.constant(SMALLEST_NORMAL), this.constant(-Infinity), result);
    return this.pick(x, this.constant(0), this.constant(NaN), zero);
  }
  #logOfMantissa(m: Value, e: Value): Value {
    const f = this.sub(m, this.constant(1));
    const s = this.div(f, this.add(this.constant(2), f));
    const z = this.mul(s, s);
    const rest = this.mul(this.polynomial(LOG_SERIES, z), z);
    const halfSquare = this.mul(this.mul(this.constant(0.5), f), f);
    const inner = this.add(this.mul(s, this.add(halfSquare, rest)), this.mul(e, this.constant(LN2_LOW)));
    return this.sub(this.mul(e, this.constant(LN2_HIGH)), this.sub(this.sub(halfSquare, inner), f));
  }

  sin(x: Value): Value {
    const n = this.#value('nearest', [this.div(x, this.constant(Math.PI))]);
    return this.#sinOfReduced(x, n, n);
  }
  cos(x: Value): Value {
    const whole = this.#value('nearest', [this.sub(this.div(x, this.constant(Math.PI)), this.constant(0.5))]);
    const n = this.add(whole, this.constant(0.5));
    return this.#sinOfReduced(x, n, this.add(n, this.constant(0.5)));
  }
  #sinOfReduced(x: Value, n: Value, turns: Value): Value {
    const r = this.sub(this.sub(x, this.mul(n, this.constant(Math.PI))), this.mul(n, this.constant(PI_LOW)));
    const sum = this.polynomial(SIN_TAYLOR, this.mul(r, r));
    const halfTurns = this.#value('floor', [this.mul(turns, this.constant(0.5))]);
    const odd = this.sub(turns, this.mul(this.constant(2), halfTurns));
    return this.mul(this.sub(this.constant(1), this.mul(this.constant(2), odd)), this.mul(sum, r));
  }

  get item(): Item {
    return { kind: 'block', code: this.code };
  }
}
