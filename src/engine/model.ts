/**
 * A model as data, checked: every name known once, no `let` that needs itself, both sides of every equation of one
 * dimension. Every quantity is held in the unit its author wrote; where units differ within a dimension the conversion
 * factor stands in the expression.
 */
import type { Expr, Graph } from './expression.ts';

/**
 * How a parameter differs between individuals. `lognormal`: typical * exp(sd z); `normal`: typical + sd z;
 * `logitnormal`: on the logit scale typical + sd z. z is standard normal.
 */
export interface Spread {
  readonly law: 'lognormal' | 'normal' | 'logitnormal';
  /** Standard deviation of what z multiplies; a `cv` of a log-normal was turned into it. */
  readonly sd: number;
}

interface Described {
  readonly name: string;
  readonly unit: string;
  readonly label: string;
  /** Where the number or the equation comes from, as the author wrote it; the engine does not read it. */
  readonly source: string;
}

export interface Parameter extends Described {
  readonly value: number;
  /** Absent: the same in every individual. */
  readonly spread?: Spread;
}
/** A quantity from outside that is constant between events: a weight, a laboratory value, an hour of intake. */
export interface Input extends Described {
  readonly value: number;
}
export interface State extends Described {
  readonly initial: Expr;
  /** Change per unit of model time. */
  readonly rate: Expr;
}
export interface Named extends Described {
  readonly value: Expr;
}

/** A way in. One unit of dose adds `factor` to each target, `lag` after it was given. */
export interface Route {
  readonly name: string;
  /** Unit in which amounts are given. */
  readonly unit: string;
  readonly targets: readonly { readonly state: number; readonly factor: Expr }[];
  readonly lag?: Expr;
}

export interface Model {
  readonly name: string;
  readonly timeUnit: string;
  readonly graph: Graph;
  readonly parameters: readonly Parameter[];
  readonly inputs: readonly Input[];
  readonly states: readonly State[];
  /** Intermediate quantities in the author's words, for equations and graphs; they are already part of the rates. */
  readonly lets: readonly Named[];
  readonly outputs: readonly Named[];
  readonly routes: readonly Route[];
}

/** The position of a name in one of the lists of a model. @throws when there is none: a programmer's mistake. */
export function indexOf(list: readonly { readonly name: string }[], name: string): number {
  const index = list.findIndex((one) => one.name === name);
  if (index < 0) throw new Error(`no "${name}" among ${list.map((one) => one.name).join(', ')}`);
  return index;
}
