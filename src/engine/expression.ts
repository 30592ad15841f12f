/**
 * Expressions as a graph in which equal parts exist once. Because a node is made at most once, common subexpressions
 * are shared for free; because arguments exist before what uses them, the order of ids is an order of evaluation.
 * Constants are folded and the neutral elements removed when a node is made. There is no `if` on a state: what jumps
 * is an event.
 */
import { cos, exp, log, pow, sin, SMALLEST_NORMAL } from './elementary.ts';

export type Op =
  | 'number'
  | 'parameter'
  | 'state'
  | 'input'
  | 'time'
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'neg'
  | 'min'
  | 'max'
  | 'pow'
  | 'less'
  | 'exp'
  | 'log'
  | 'sqrt'
  | 'sin'
  | 'cos';

export interface Expr {
  readonly id: number;
  readonly op: Op;
  readonly args: readonly Expr[];
  /** The number, or the index of the parameter, state or input. */
  readonly value: number;
}

/** Functions of one argument that a model may call. */
export const FUNCTIONS = ['exp', 'log', 'sqrt', 'sin', 'cos'] as const;
export type Fn = (typeof FUNCTIONS)[number];

/** What each operation computes. `less` is 1 when its first argument is smaller, else 0. */
export function apply(op: Op, a: number, b: number): number {
  switch (op) {
    case 'add':
      return a + b;
    case 'sub':
      return a - b;
    case 'mul':
      return a * b;
    case 'div':
      return a / b;
    case 'neg':
      return -a;
    case 'min':
      return Math.min(a, b);
    case 'max':
      return Math.max(a, b);
    case 'less':
      return a < b ? 1 : 0;
    case 'pow':
      return pow(a, b);
    case 'exp':
      return exp(a);
    case 'log':
      return log(a);
    case 'sqrt':
      return Math.sqrt(a);
    case 'sin':
      return sin(a);
    case 'cos':
      return cos(a);
    default:
      throw new Error(`${op} is a leaf; it is read, not computed`);
  }
}

/** Makes expressions; one graph for one model. */
export class Graph {
  readonly #nodes = new Map<string, Expr>();
  readonly #derivatives = new Map<string, Expr>();
  readonly zero = this.number(0);
  readonly one = this.number(1);

  #make(op: Op, args: readonly Expr[], value = 0): Expr {
    const key = `${op}:${value}:${Object.is(value, -0)}:${args.map((arg) => arg.id).join(',')}`;
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const node: Expr = { id: this.#nodes.size, op, args, value };
    this.#nodes.set(key, node);
    return node;
  }

  number(value: number): Expr {
    return this.#make('number', [], value);
  }
  parameter(index: number): Expr {
    return this.#make('parameter', [], index);
  }
  state(index: number): Expr {
    return this.#make('state', [], index);
  }
  input(index: number): Expr {
    return this.#make('input', [], index);
  }
  time(): Expr {
    return this.#make('time', []);
  }

  add(a: Expr, b: Expr): Expr {
    if (isNumber(a, 0)) return b;
    if (isNumber(b, 0)) return a;
    if (b.op === 'neg') return this.sub(a, b.args[0]!);
    if (a.op === 'neg') return this.sub(b, a.args[0]!);
    return this.#folded('add', ...inOrder(a, b));
  }
  sub(a: Expr, b: Expr): Expr {
    if (isNumber(b, 0)) return a;
    if (isNumber(a, 0)) return this.neg(b);
    if (a === b) return this.zero;
    if (b.op === 'neg') return this.add(a, b.args[0]!);
    return this.#folded('sub', a, b);
  }
  mul(a: Expr, b: Expr): Expr {
    if (isNumber(a, 0) || isNumber(b, 0)) return this.zero;
    if (isNumber(a, 1)) return b;
    if (isNumber(b, 1)) return a;
    if (a.op === 'neg') return this.neg(this.mul(a.args[0]!, b));
    if (b.op === 'neg') return this.neg(this.mul(a, b.args[0]!));
    return this.#folded('mul', ...inOrder(a, b));
  }
  div(a: Expr, b: Expr): Expr {
    if (isNumber(a, 0) || isNumber(b, 1)) return a;
    if (a.op === 'neg') return this.neg(this.div(a.args[0]!, b));
    return this.#folded('div', a, b);
  }
  neg(a: Expr): Expr {
    if (a.op === 'neg') return a.args[0]!;
    if (a.op === 'sub') return this.sub(a.args[1]!, a.args[0]!);
    return a.op === 'number' ? this.number(a.value === 0 ? 0 : -a.value) : this.#make('neg', [a]);
  }
  min(a: Expr, b: Expr): Expr {
    return a === b ? a : this.#folded('min', a, b);
  }
  max(a: Expr, b: Expr): Expr {
    return a === b ? a : this.#folded('max', a, b);
  }
  less(a: Expr, b: Expr): Expr {
    return this.#folded('less', a, b);
  }
  call(fn: Fn, a: Expr): Expr {
    return a.op === 'number' ? this.number(apply(fn, a.value, 0)) : this.#make(fn, [a]);
  }

  /** A power. Small whole exponents become products; any other exponent needs a base that is not negative. */
  pow(a: Expr, b: Expr): Expr {
    if (isNumber(b, 0.5)) return this.call('sqrt', a);
    if (b.op === 'number' && Number.isInteger(b.value) && Math.abs(b.value) <= 16) return this.#whole(a, b.value);
    return this.#folded('pow', a, b);
  }
  #whole(a: Expr, n: number): Expr {
    if (n < 0) return this.div(this.one, this.#whole(a, -n));
    if (n === 0) return this.one;
    const half = this.#whole(a, Math.floor(n / 2));
    const square = this.mul(half, half);
    return n % 2 === 0 ? square : this.mul(square, a);
  }

  #folded(op: Op, a: Expr, b: Expr): Expr {
    if (a.op === 'number' && b.op === 'number') return this.number(apply(op, a.value, b.value));
    return this.#make(op, [a, b]);
  }

  sum(terms: readonly Expr[]): Expr {
    return terms.reduce((total, term) => this.add(total, term), this.zero);
  }

  /** The derivative of `f` by a leaf (a state, a parameter, an input or time). */
  diff(f: Expr, by: Expr): Expr {
    if (f === by) return this.one;
    if (f.args.length === 0) return this.zero;
    const key = `${f.id}/${by.id}`;
    const known = this.#derivatives.get(key);
    if (known !== undefined) return known;
    const made = this.#differentiate(f, by);
    this.#derivatives.set(key, made);
    return made;
  }

  #differentiate(f: Expr, by: Expr): Expr {
    const [a, b = this.zero] = f.args as [Expr, Expr?];
    const da = this.diff(a, by);
    const db = this.diff(b, by);
    if (isNumber(da, 0) && isNumber(db, 0)) return this.zero;
    switch (f.op) {
      case 'add':
        return this.add(da, db);
      case 'sub':
        return this.sub(da, db);
      case 'neg':
        return this.neg(da);
      case 'mul':
        return this.add(this.mul(da, b), this.mul(a, db));
      case 'div':
        return this.div(this.sub(da, this.mul(f, db)), b);
      case 'min':
        return this.add(db, this.mul(this.less(a, b), this.sub(da, db)));
      case 'max':
        return this.add(da, this.mul(this.less(a, b), this.sub(db, da)));
      case 'less':
        return this.zero;
      case 'pow':
        // b a^(b-1) as b a^b / a, which shares the power; at a = 0 it is zero.
        return this.add(
          this.mul(this.div(this.mul(b, f), this.max(a, this.number(SMALLEST_NORMAL))), da),
          isNumber(db, 0) ? this.zero : this.mul(this.mul(f, this.call('log', a)), db),
        );
      case 'exp':
        return this.mul(f, da);
      case 'log':
        return this.div(da, a);
      case 'sqrt':
        return this.div(da, this.mul(this.number(2), f));
      case 'sin':
        return this.mul(this.call('cos', a), da);
      case 'cos':
        return this.neg(this.mul(this.call('sin', a), da));
      default:
        throw new Error(`${f.op} has no derivative`);
    }
  }

  /** The same expression with leaves replaced. */
  replace(f: Expr, leaf: (node: Expr) => Expr, done = new Map<Expr, Expr>()): Expr {
    const known = done.get(f);
    if (known !== undefined) return known;
    const made =
      f.args.length === 0
        ? leaf(f)
        : this.#remake(
            f.op,
            f.args.map((arg) => this.replace(arg, leaf, done)),
          );
    done.set(f, made);
    return made;
  }
  #remake(op: Op, args: readonly Expr[]): Expr {
    const [a, b] = args as [Expr, Expr];
    switch (op) {
      case 'add':
      case 'sub':
      case 'mul':
      case 'div':
      case 'min':
      case 'max':
      case 'pow':
      case 'less':
        return this[op](a, b);
      case 'neg':
        return this.neg(a);
      default:
        return this.call(op as Fn, a);
    }
  }
}

export const isNumber = (node: Expr, value: number): boolean => node.op === 'number' && node.value === value;

/** Sums and products in one order, so that a + b and b + a are one node. */
const inOrder = (a: Expr, b: Expr): [Expr, Expr] => (a.id <= b.id ? [a, b] : [b, a]);

/** Every node that the roots need, arguments before what uses them. */
export function reachable(roots: readonly Expr[]): readonly Expr[] {
  const seen = new Set<Expr>();
  const stack = [...roots];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    stack.push(...node.args);
  }
  return [...seen].sort((a, b) => a.id - b.id);
}

/** The leaves of one kind that the roots depend on, by index. */
export const leavesOf = (roots: readonly Expr[], op: Op): ReadonlySet<number> =>
  new Set(
    reachable(roots)
      .filter((node) => node.op === op)
      .map((node) => node.value),
  );
