/**
 * From statements to a model: names are looked up, lets are put in order, every formula becomes an expression together
 * with its unit. What does not fit is said once, where it stands; a formula built on it stays silent.
 */
import { log } from './elementary.ts';
import { Formulas, RESERVED, type Of } from './formulas.ts';
import type { Expr, Graph } from './expression.ts';
import type { Input, Model, Named, Parameter, Route, Spread, State } from './model.ts';
import type { Problem } from './problem.ts';
import type { Ast, Statement } from './syntax.ts';
import { placeText, type Place } from './tokens.ts';
import { ONE, per, times, type Unit } from './units.ts';

/** The model that the statements say; meaningful only when `problems` holds no error afterwards. */
export const checkedModel = (statements: readonly Statement[], graph: Graph, problems: Problem[]): Model =>
  new Checker(statements, graph, problems).model();

class Checker {
  readonly #statements: readonly Statement[];
  readonly #graph: Graph;
  readonly #formulas: Formulas;

  constructor(statements: readonly Statement[], graph: Graph, problems: Problem[]) {
    this.#statements = statements;
    this.#graph = graph;
    const own = new Set(this.#all('unit').map((one) => one.name));
    this.#formulas = new Formulas(graph, own, this.#all('time')[0], problems);
  }

  #all<Kind extends Statement['kind']>(kind: Kind): Of<Kind>[] {
    return this.#statements.filter((one): one is Of<Kind> => one.kind === kind);
  }
  model(): Model {
    this.#uniqueNames();
    const parameters = this.#all('param').map((one, index) => this.#parameter(one, index));
    const inputs = this.#all('input').map((one, index) => this.#input(one, index));
    const stated = this.#all('state');
    stated.forEach((one, index) => {
      this.#formulas.declare(one.name, this.#graph.state(index), this.#formulas.unit(one.unit, one.at));
    });
    for (const one of this.#all('let')) this.#formulas.declareLet(one);
    const states = stated.map((one) => this.#state(one));
    this.#ratesHaveStates();
    return {
      name: this.#all('model')[0]?.name ?? 'unnamed',
      timeUnit: this.#all('time')[0]?.unit ?? 'h',
      graph: this.#graph,
      parameters,
      inputs,
      states,
      lets: this.#all('let').map((one) => this.#named(one)),
      outputs: this.#all('output').map((one) => this.#named(one)),
      routes: this.#all('dose').map((one) => this.#route(one)),
    };
  }

  #uniqueNames(): void {
    const first = new Map<string, Place>();
    for (const one of this.#statements) {
      const shared = one.kind === 'param' || one.kind === 'input' || one.kind === 'state' || one.kind === 'let';
      if (!shared && one.kind !== 'rate' && one.kind !== 'output' && one.kind !== 'dose') continue;
      if (shared && RESERVED.has(one.name))
        this.#formulas.say(one.at, `the name "${one.name}"`, 'a name that is not built in', 'Choose another name.');
      const key = shared ? one.name : `${one.kind} ${one.name}`;
      const before = first.get(key);
      if (before === undefined) first.set(key, one.at);
      else
        this.#formulas.say(
          one.at,
          `"${one.name}" a second time`,
          `it once, as on ${placeText(before)}`,
          'Remove one of the two or rename it.',
        );
    }
  }

  #parameter(one: Of<'param' | 'input'>, index: number): Parameter {
    const value = valueOf(one.value);
    this.#formulas.declare(one.name, this.#graph.parameter(index), this.#formulas.unit(one.unit, one.at));
    const spread = one.spread === undefined ? undefined : this.#spread(one, value);
    const { name, unit, label, source } = one;
    return { name, unit, label, source, value, ...(spread === undefined ? {} : { spread }) };
  }

  #input(one: Of<'param' | 'input'>, index: number): Input {
    this.#formulas.declare(one.name, this.#graph.input(index), this.#formulas.unit(one.unit, one.at));
    if (one.spread !== undefined)
      this.#formulas.say(
        one.at,
        `a spread on the input "${one.name}"`,
        'a spread on a parameter only',
        'Give the input for each individual instead.',
      );
    const { name, unit, label, source } = one;
    return { name, unit, label, source, value: valueOf(one.value) };
  }

  #spread(one: Of<'param' | 'input'>, typical: number): Spread | undefined {
    const { law, measure, value } = one.spread!;
    const fits =
      value >= 0 &&
      ((law === 'lognormal' && (measure === 'cv' || measure === 'sd')) ||
        ((law === 'normal' || law === 'logitnormal') && measure === 'sd'));
    if (!fits)
      return this.#formulas.say(
        one.at,
        `the spread "${law} ${measure} ${value}"`,
        'lognormal cv, lognormal sd, normal sd or logitnormal sd with a size of 0 or more',
        'Say what the number measures.',
      );
    if (law === 'lognormal' && !(typical > 0))
      return this.#formulas.say(
        one.at,
        `a log-normal spread around ${typical}`,
        'a typical value above 0',
        'Use normal sd, or correct the value.',
      );
    if (law === 'logitnormal' && !(typical > 0 && typical < 1))
      return this.#formulas.say(
        one.at,
        `a logit-normal spread around ${typical}`,
        'a typical value between 0 and 1',
        'Use another law, or correct the value.',
      );
    const sd = measure === 'cv' ? Math.sqrt(log(1 + value * value)) : value;
    return { law, sd };
  }

  #state(one: Of<'state'>): State {
    const unit = this.#formulas.unit(one.unit, one.at);
    const rates = this.#all('rate').filter((rate) => rate.name === one.name);
    if (rates.length === 0)
      this.#formulas.say(
        one.at,
        `the state "${one.name}" without an equation`,
        `${one.name}' = ...`,
        'Write its rate of change.',
      );
    const rate = rates[0];
    const { name, label, source } = one;
    return {
      name,
      unit: one.unit,
      label,
      source,
      initial: this.#initial(one, unit),
      rate:
        rate === undefined
          ? this.#graph.zero
          : this.#formulas.in(rate.value, per(unit, this.#formulas.timeUnit), rate.at, `${name}'`),
    };
  }

  /** A bare number is in the unit of the state. */
  #initial({ initial, name, at }: Of<'state'>, unit: Unit): Expr {
    if (initial.kind === 'number' && initial.unit === undefined) return this.#graph.number(initial.value);
    return this.#formulas.in(initial, unit, at, `the initial value of ${name}`);
  }

  #ratesHaveStates(): void {
    const states = new Set(this.#all('state').map((one) => one.name));
    for (const { name, at } of this.#all('rate'))
      if (!states.has(name))
        this.#formulas.say(
          at,
          `an equation for "${name}"`,
          'an equation of a declared state',
          `Declare it: state ${name} unit = 0.`,
        );
  }

  #named(one: Of<'let' | 'output'>): Named {
    const { name, label, source } = one;
    const found = one.kind === 'let' ? this.#formulas.let(name, one.at) : this.#formulas.typed(one.value);
    if (found === undefined) return { name, unit: one.unit ?? '1', label, source, value: this.#graph.zero };
    if (one.unit === undefined)
      return {
        name,
        unit: one.kind === 'let' ? '' : '1',
        label,
        source,
        value: one.kind === 'let' ? found.expr : this.#formulas.in(one.value, ONE, one.at, name),
      };
    const value =
      one.kind === 'let'
        ? found.expr
        : this.#formulas.in(one.value, this.#formulas.unit(one.unit, one.at), one.at, name);
    return { name, unit: one.unit, label, source, value };
  }

  #route(one: Of<'dose'>): Route {
    const state = this.#all('state').findIndex((candidate) => candidate.name === one.into);
    const target = this.#all('state')[state];
    if (target === undefined)
      this.#formulas.say(
        one.at,
        `a dose into "${one.into}"`,
        'a declared state',
        'Name the state that receives the dose.',
      );
    const unit = one.unit ?? target?.unit ?? '1';
    const into = target === undefined ? ONE : this.#formulas.unit(target.unit, target.at);
    const given = this.#formulas.unit(unit, one.at);
    const share =
      one.bioavailability === undefined
        ? { expr: this.#graph.one, unit: ONE }
        : this.#formulas.typed(one.bioavailability);
    const factor =
      share === undefined
        ? this.#graph.zero
        : this.#formulas.converted(
            share.expr,
            times(share.unit, given),
            into,
            one.at,
            `a dose in ${unit} into ${one.into}`,
          );
    const lag =
      one.lag === undefined ? {} : { lag: this.#formulas.in(one.lag, this.#formulas.timeUnit, one.at, 'the lag') };
    return { name: one.name, unit, targets: [{ state: Math.max(state, 0), factor }], ...lag };
  }
}

const valueOf = (ast: Ast): number => (ast.kind === 'number' ? ast.value : NaN);
