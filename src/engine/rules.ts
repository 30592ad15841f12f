/**
 * A titration as data: levels of dose, how often a dose is due, and rules that are read at check times. The first rule
 * whose condition holds decides: hold, step up, step back or stop. Each dose, given or not, is a line of the ledger
 * with the level, the amount and the reason. Nothing here solves equations; what is seen at a check is handed in.
 */
import type { Model } from './model.ts';
import { problem, type Problem } from './problem.ts';
import type { Stopped } from './run.ts';

/** A comparison of an output at the check time, or a combination of such. */
export type Condition =
  | { readonly output: string; readonly is: 'above' | 'below'; readonly value: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

export interface Rule {
  readonly when: Condition;
  readonly decide: 'hold' | 'step up' | 'step back' | 'stop';
  /** The reason that the ledger will show. */
  readonly says: string;
}

export interface Titration {
  /** Amounts in the unit of the route, from the first level up. */
  readonly levels: readonly number[];
  readonly route?: string;
  /** Time of the first dose, and the interval between doses. */
  readonly first: number;
  readonly every: number;
  readonly doses: number;
  /** Checks take place just before each dose whose number, from 0, is a multiple of this; never before the first. */
  readonly checkEvery: number;
  readonly rules: readonly Rule[];
  /** What happens when no rule applies. */
  readonly otherwise: 'hold' | 'step up';
}

export interface LedgerLine {
  readonly at: number;
  /** Position in `levels`; -1 after a stop. */
  readonly level: number;
  readonly amount: number;
  readonly because: string;
}

/** Follows the rules for one individual, dose by dose. */
export class Decisions {
  readonly #model: Model;
  readonly #titration: Titration;
  #level = 0;
  stopped: Stopped | undefined;

  constructor(model: Model, titration: Titration) {
    this.#model = model;
    this.#titration = titration;
  }

  /** What is given as dose number `dose`, seeing the outputs just before it. Call once for each dose, in order. */
  decide(dose: number, at: number, outputs: ArrayLike<number>): LedgerLine {
    const because = this.#because(dose, at, outputs);
    if (this.stopped !== undefined) return { at, level: -1, amount: 0, because };
    return { at, level: this.#level, amount: this.#titration.levels[this.#level]!, because };
  }

  #because(dose: number, at: number, outputs: ArrayLike<number>): string {
    if (this.stopped !== undefined) return this.stopped.says;
    if (dose === 0) return 'first dose';
    return dose % this.#titration.checkEvery === 0 ? this.#check(at, outputs) : 'no check due';
  }

  #check(at: number, outputs: ArrayLike<number>): string {
    const { rules, otherwise, levels } = this.#titration;
    const read = (name: string) => outputs[this.#model.outputs.findIndex((output) => output.name === name)]!;
    const rule = rules.find((one) => holds(one.when, read));
    const decision = rule?.decide ?? otherwise;
    const says = rule?.says ?? 'no rule applied';
    if (decision === 'stop') this.stopped = { why: 'by rule', at, says };
    const wanted = this.#level + (decision === 'step up' ? 1 : decision === 'step back' ? -1 : 0);
    if (wanted >= levels.length) return `hold at the highest level: ${says}`;
    if (wanted < 0) return `hold at the lowest level: ${says}`;
    this.#level = wanted;
    return `${decision}: ${says}`;
  }
}

function holds(condition: Condition, output: (name: string) => number): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, output));
  if ('any' in condition) return condition.any.some((one) => holds(one, output));
  return condition.is === 'above'
    ? output(condition.output) > condition.value
    : output(condition.output) < condition.value;
}

/** What is wrong with a titration. */
export function titrationProblems(model: Model, titration: Titration): Problem[] {
  const problems: Problem[] = [];
  const need = (fits: boolean, path: string, found: unknown, expected: string) => {
    if (!fits) problems.push(problem(path, String(found), expected, 'Correct the titration.'));
  };
  const { levels, every, doses, checkEvery, rules, route } = titration;
  need(levels.length > 0, 'levels', 'none', 'one level or more');
  levels.forEach((level, k) =>
    need(Number.isFinite(level) && level >= 0, `levels[${k}]`, level, 'an amount of 0 or more'),
  );
  need(every > 0, 'every', every, 'an interval above 0');
  need(Number.isInteger(doses) && doses >= 0 && doses <= 100_000, 'doses', doses, 'a whole number up to 100000');
  need(Number.isInteger(checkEvery) && checkEvery > 0, 'checkEvery', checkEvery, 'a whole number above 0');
  need(
    route === undefined ? model.routes.length === 1 : model.routes.some(({ name }) => name === route),
    'route',
    route,
    `one of: ${model.routes.map(({ name }) => name).join(', ')}`,
  );
  for (const name of rules.flatMap((rule) => outputsOf(rule.when)))
    need(
      model.outputs.some((output) => output.name === name),
      'rules',
      `"${name}"`,
      `one of: ${model.outputs.map((one) => one.name).join(', ')}`,
    );
  return problems;
}

const outputsOf = (condition: Condition): readonly string[] =>
  'all' in condition
    ? condition.all.flatMap(outputsOf)
    : 'any' in condition
      ? condition.any.flatMap(outputsOf)
      : [condition.output];
