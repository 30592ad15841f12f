/** The form of every check of an order: one row says what it asks, what follows and what it rests on. */
import type { Order } from '../../../domain/order.ts';
import type { Plan } from '../../../domain/plan.ts';
import type { Source } from '../../../domain/source.ts';

/** One place at which a check found something. */
export interface Place {
  /** Path in the order: `supply.fills[0].bottles[1].quantity`. */
  readonly path: string;
  /** What is wrong there, as a sentence. */
  readonly says: string;
  readonly todo: string;
}

interface Row {
  readonly id: string;
  /** What the check asks, for the manual. */
  readonly asks: string;
  readonly severity: 'refuse' | 'warn';
  readonly source: Source;
}

/** A check of the whole order; the plan is absent when only the paper is at hand. */
export interface OrderCheck extends Row {
  readonly find: (order: Order, plan: Plan | undefined) => readonly Place[];
}

/** A check of every free text, whatever else is wrong with the order. */
export interface WordCheck extends Row {
  readonly find: (text: string, path: string) => Omit<Place, 'path'> | undefined;
}

/** One finding if `wrong`, none otherwise. */
export const when = (wrong: boolean, path: string, says: string, todo: string): readonly Place[] =>
  wrong ? [{ path, says, todo }] : [];
