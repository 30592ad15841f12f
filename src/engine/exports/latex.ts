/** The equations of a model as LaTeX, lets under their names, in the order they were written. */
import type { Expr } from '../expression.ts';
import type { Model } from '../model.ts';

/** One aligned block: lets, initial values other than zero, rates, outputs. */
export function latexOf(model: Model): string {
  const write = new Writer(model);
  const lets = model.lets.filter(({ value }) => value.args.length > 0);
  const lines = [
    ...lets.map(({ name, value }) => `${symbol(name)} &= ${write.definition(value)}`),
    ...model.states.map(
      ({ name, rate }) => `\\frac{\\mathrm{d}${symbol(name)}}{\\mathrm{d}t} &= ${write.definition(rate)}`,
    ),
    ...model.states
      .filter(({ initial }) => initial !== model.graph.zero)
      .map(({ name, initial }) => `${symbol(name)}(0) &= ${write.definition(initial)}`),
    ...model.outputs.map(({ name, value }) => `${symbol(name)} &= ${write.definition(value)}`),
  ];
  return `\\begin{aligned}\n${lines.join(' \\\\\n')}\n\\end{aligned}`;
}

/** A name upright, its digits at the end as an index. */
function symbol(name: string): string {
  const [, stem = name, index = ''] = /^(.*?)(\d*)$/.exec(name) ?? [];
  const safe = stem.replaceAll('_', '\\_');
  return stem === '' ? `\\mathrm{${name}}` : index === '' ? `\\mathrm{${safe}}` : `\\mathrm{${safe}}_{${index}}`;
}

/** How tightly an operation binds: sums 1, products 2, signs 3, powers 4, the rest 5. */
const BINDING: Readonly<Record<string, number>> = { add: 1, sub: 1, mul: 2, neg: 2, pow: 4 };

class Writer {
  readonly #model: Model;
  readonly #names: ReadonlyMap<Expr, string>;
  constructor(model: Model) {
    this.#model = model;
    this.#names = new Map(
      model.lets.filter(({ value }) => value.args.length > 0).map(({ name, value }) => [value, name]),
    );
  }

  /** The formula of a named quantity itself. */
  definition(expr: Expr): string {
    return this.#formula(expr);
  }

  #within(expr: Expr, binding: number): string {
    const name = this.#names.get(expr);
    if (name !== undefined) return symbol(name);
    const text = this.#formula(expr);
    return (BINDING[expr.op] ?? 5) < binding ? `\\left(${text}\\right)` : text;
  }

  #formula(expr: Expr): string {
    const [a, b] = expr.args as [Expr, Expr];
    switch (expr.op) {
      case 'number':
        return numberText(expr.value);
      case 'parameter':
        return symbol(this.#model.parameters[expr.value]!.name);
      case 'state':
        return symbol(this.#model.states[expr.value]!.name);
      case 'input':
        return symbol(this.#model.inputs[expr.value]!.name);
      case 'time':
        return 't';
      case 'add':
        return `${this.#within(a, 1)} + ${this.#within(b, 1)}`;
      case 'sub':
        return `${this.#within(a, 1)} - ${this.#within(b, 2)}`;
      case 'mul':
        return `${this.#within(a, 2)} \\, ${this.#within(b, 2)}`;
      case 'div':
        return `\\frac{${this.#within(a, 0)}}{${this.#within(b, 0)}}`;
      case 'neg':
        return `-${this.#within(a, 3)}`;
      case 'pow':
        return `${this.#within(a, 5)}^{${this.#within(b, 0)}}`;
      case 'sqrt':
        return `\\sqrt{${this.#within(a, 0)}}`;
      case 'less':
        return `\\mathbf{1}\\left[${this.#within(a, 0)} < ${this.#within(b, 0)}\\right]`;
      default:
        return `\\${expr.op}\\left(${expr.args.map((arg) => this.#within(arg, 0)).join(', ')}\\right)`;
    }
  }
}

function numberText(value: number): string {
  const [digits = '', exponent] = String(value).split('e');
  return exponent === undefined ? digits : `${digits} \\cdot 10^{${Number(exponent)}}`;
}
