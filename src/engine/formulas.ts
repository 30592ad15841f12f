/**
 * Formulas with their units: each written formula becomes an expression and the unit its value has. Sides of a sum are
 * brought to one unit, arguments of functions to plain numbers; what has no common dimension is said once, where it
 * stands, and a formula built on it stays silent.
 */
import { FUNCTIONS, type Expr, type Fn, type Graph } from './expression.ts';
import { problem, type Problem } from './problem.ts';
import type { Ast, Statement } from './syntax.ts';
import { placeText, type Place } from './tokens.ts';
import {
  conversion,
  dimensionOf,
  knownUnits,
  ONE,
  per,
  raised,
  readUnit,
  sameDimension,
  times,
  type Unit,
} from './units.ts';

export interface Quantity {
  readonly expr: Expr;
  readonly unit: Unit;
  /** A bare 0 fits every dimension. */
  readonly anyUnit?: boolean;
}

export type Of<Kind extends Statement['kind']> = Statement & { readonly kind: Kind };

/** Names that a model may not declare. */
export const RESERVED: ReadonlySet<string> = new Set(['t', 'min', 'max', ...FUNCTIONS]);

export class Formulas {
  readonly graph: Graph;
  readonly timeUnit: Unit;
  readonly #problems: Problem[];
  readonly #ownUnits: ReadonlySet<string>;
  readonly #known = new Map<string, Quantity>();
  readonly #lets = new Map<string, Of<'let'>>();
  readonly #letsInWork = new Set<string>();
  readonly #failed = new Set<string>();

  constructor(graph: Graph, ownUnits: ReadonlySet<string>, time: Of<'time'> | undefined, problems: Problem[]) {
    this.graph = graph;
    this.#problems = problems;
    this.#ownUnits = ownUnits;
    this.timeUnit = time === undefined ? readUnit('h')! : this.unit(time.unit, time.at);
  }

  /** Makes a name known to the formulas that follow. */
  declare(name: string, expr: Expr, unit: Unit): void {
    this.#known.set(name, { expr, unit });
  }
  /** Makes a let known; it is worked out when it is first needed. */
  declareLet(one: Of<'let'>): void {
    this.#lets.set(one.name, one);
  }

  say(at: Place, found: string, expected: string, todo: string): undefined {
    this.#problems.push(problem(placeText(at), found, expected, todo));
    return undefined;
  }

  unit(text: string, at: Place): Unit {
    const unit = readUnit(text, this.#ownUnits);
    if (unit === undefined)
      this.say(
        at,
        `the unit "${text}"`,
        `a product of ${knownUnits.slice(0, 6).join(', ')} ... or of declared units`,
        'Correct the unit, or declare it with: unit NAME.',
      );
    return unit ?? ONE;
  }

  /** A formula as a number in the wanted unit. */
  in(ast: Ast, wanted: Unit, at: Place, what: string): Expr {
    const found = this.typed(ast);
    if (found === undefined) return this.graph.zero;
    return found.anyUnit === true ? found.expr : this.converted(found.expr, found.unit, wanted, at, what);
  }

  /** The expression times the conversion factor between two units of one dimension. */
  converted(expr: Expr, from: Unit, to: Unit, at: Place, what: string): Expr {
    if (!sameDimension(from, to)) {
      this.say(
        at,
        `${what} in ${dimensionOf(from)}`,
        dimensionOf(to),
        `Multiply or divide by a quantity in ${dimensionOf(per(to, from))}, or correct a unit.`,
      );
      return expr;
    }
    const ratio = conversion(from, to);
    return ratio === 1 ? expr : this.graph.mul(this.graph.number(ratio), expr);
  }

  /** The expression and unit of a formula; `undefined` when something in it was wrong and has been said. */
  typed(ast: Ast): Quantity | undefined {
    switch (ast.kind) {
      case 'number':
        return {
          expr: this.graph.number(ast.value),
          unit: ast.unit === undefined ? ONE : this.unit(ast.unit, ast.at),
          anyUnit: ast.value === 0 && ast.unit === undefined,
        };
      case 'name':
        return this.#lookUp(ast.name, ast.at);
      case 'negate': {
        const inner = this.typed(ast.of);
        return inner && { ...inner, expr: this.graph.neg(inner.expr) };
      }
      case 'call':
        return this.#call(ast);
      case 'binary':
        return this.#binary(ast);
    }
  }

  #lookUp(name: string, at: Place): Quantity | undefined {
    if (name === 't') return { expr: this.graph.time(), unit: this.timeUnit };
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    if (this.#lets.has(name)) return this.let(name, at);
    return this.say(
      at,
      `the name "${name}"`,
      'a declared parameter, input, state or let',
      `Declare it, or write one of: ${this.#similar(name)}.`,
    );
  }

  #similar(name: string): string {
    const names = [...this.#known.keys(), ...this.#lets.keys()];
    const close = names.filter((one) => one.toLowerCase().startsWith(name.slice(0, 2).toLowerCase()));
    return (close.length > 0 ? close : names).slice(0, 6).join(', ');
  }

  /** A let by name, worked out once. */
  let(name: string, at: Place): Quantity | undefined {
    const known = this.#known.get(name);
    if (known !== undefined || this.#failed.has(name)) return known;
    if (this.#letsInWork.has(name))
      return this.say(
        at,
        `"${name}" in its own definition (${[...this.#letsInWork].join(' needs ')} needs ${name})`,
        'lets that do not need themselves',
        'Break the circle: one of them must be a state.',
      );
    const one = this.#lets.get(name)!;
    this.#letsInWork.add(name);
    const found = this.typed(one.value);
    this.#letsInWork.delete(name);
    if (found === undefined) {
      this.#failed.add(name);
      return undefined;
    }
    const wanted = one.unit === undefined ? found.unit : this.unit(one.unit, one.at);
    const made = {
      expr: found.anyUnit === true ? found.expr : this.converted(found.expr, found.unit, wanted, one.at, name),
      unit: wanted,
    };
    this.#known.set(name, made);
    return made;
  }

  #call({ fn, args, at }: Extract<Ast, { kind: 'call' }>): Quantity | undefined {
    if (fn === 'min' || fn === 'max') return this.#extreme(fn, args, at);
    const known = FUNCTIONS.find((one) => one === fn);
    if (known === undefined)
      return this.say(
        at,
        `the function "${fn}"`,
        `one of ${FUNCTIONS.join(', ')}, min, max`,
        'Write it with these, or as a let.',
      );
    const [arg] = args;
    if (arg === undefined || args.length > 1)
      return this.say(at, `${fn} of ${args.length} values`, 'one value', 'Correct the call.');
    return known === 'sqrt' ? this.#root(arg, at) : this.#ofNumber(known, arg, at);
  }

  #ofNumber(fn: Fn, arg: Ast, at: Place): Quantity | undefined {
    const before = this.#problems.length;
    const expr = this.in(arg, ONE, at, `the argument of ${fn}`);
    return this.#problems.length > before ? undefined : { expr: this.graph.call(fn, expr), unit: ONE };
  }

  #root(arg: Ast, at: Place): Quantity | undefined {
    const inner = this.typed(arg);
    if (inner === undefined) return undefined;
    const unit = raised(inner.unit, 0.5);
    if (unit === undefined)
      return this.say(at, `the root of ${dimensionOf(inner.unit)}`, 'a unit whose root is a unit', 'Convert it first.');
    return { expr: this.graph.call('sqrt', inner.expr), unit };
  }

  #extreme(fn: 'min' | 'max', args: readonly Ast[], at: Place): Quantity | undefined {
    if (args.length !== 2)
      return this.say(at, `${fn} of ${args.length} values`, 'two values', 'Nest the calls for more.');
    return this.#sameUnits(args[0]!, args[1]!, at, fn, (a, b) => this.graph[fn](a, b));
  }

  #binary({ sign, left, right, at }: Extract<Ast, { kind: 'binary' }>): Quantity | undefined {
    if (sign === '+') return this.#sameUnits(left, right, at, sign, (a, b) => this.graph.add(a, b));
    if (sign === '-') return this.#sameUnits(left, right, at, sign, (a, b) => this.graph.sub(a, b));
    if (sign === '^') return this.#power(left, right, at);
    const a = this.typed(left);
    const b = this.typed(right);
    if (a === undefined || b === undefined) return undefined;
    return sign === '*'
      ? { expr: this.graph.mul(a.expr, b.expr), unit: times(a.unit, b.unit) }
      : { expr: this.graph.div(a.expr, b.expr), unit: per(a.unit, b.unit) };
  }

  #sameUnits(left: Ast, right: Ast, at: Place, sign: string, make: (a: Expr, b: Expr) => Expr): Quantity | undefined {
    const a = this.typed(left);
    const b = this.typed(right);
    if (a === undefined || b === undefined) return undefined;
    if (a.anyUnit === true) return { expr: make(a.expr, b.expr), unit: b.unit, anyUnit: b.anyUnit === true };
    if (b.anyUnit === true) return { expr: make(a.expr, b.expr), unit: a.unit };
    if (!sameDimension(a.unit, b.unit))
      return this.say(
        at,
        `${dimensionOf(a.unit)} and ${dimensionOf(b.unit)} on the two sides of "${sign}"`,
        'one dimension on both sides',
        `Multiply or divide one side by a quantity in ${dimensionOf(per(a.unit, b.unit))}, or correct a unit.`,
      );
    return { expr: make(a.expr, this.converted(b.expr, b.unit, a.unit, at, sign)), unit: a.unit };
  }

  #power(left: Ast, right: Ast, at: Place): Quantity | undefined {
    const a = this.typed(left);
    const b = this.typed(right);
    if (a === undefined || b === undefined) return undefined;
    const exponent = this.converted(b.expr, b.unit, ONE, at, 'the exponent');
    const unit =
      exponent.op === 'number' ? raised(a.unit, exponent.value) : sameDimension(a.unit, ONE) ? ONE : undefined;
    if (unit === undefined)
      return this.say(
        at,
        `${dimensionOf(a.unit)} to a power that is not a fixed number`,
        'a plain number to that power',
        'Divide the base by a quantity of its own dimension first, as in (C/EC50)^n.',
      );
    const plain = exponent.op === 'number' ? a.expr : this.converted(a.expr, a.unit, ONE, at, 'the base');
    return { expr: this.graph.pow(plain, exponent), unit };
  }
}
