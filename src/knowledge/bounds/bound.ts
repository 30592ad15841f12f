/**
 * Guard-rails of a plan. Each bound reads numbers from a plan and holds them against two limits: an absolute one, which
 * refuses, and a recommended one, which asks for a reason that is kept with the plan. The two-limit shape is that of
 * Tidepool's prescription form. A bound names the fields it reads, so that a form re-checks it when one of them changes.
 */
import { inMg, type Micrograms } from '../../domain/amount.ts';
import type { Plan } from '../../domain/plan.ts';
import { dailyUg, type Step } from '../../domain/regimen.ts';
import type { Source } from '../../domain/source.ts';

/** The parts of a plan that an edit can change and a bound can read. */
export type PlanField = 'start' | 'amount' | 'nights' | 'steps' | 'time' | 'form' | 'ceiling' | 'stop-rule';

/** One number of a plan, with its place and with the words that a sentence shows for it. */
export interface Reading {
  /** Path in the plan, such as `regimen.steps[2].nights`. */
  readonly path: string;
  readonly value: number;
  readonly found: string;
}

export interface Limit {
  readonly min?: number;
  readonly max?: number;
  /** What is expected, as the end of a sentence: `at most 6 mg`. */
  readonly says: string;
  readonly source: Source;
}

/** Facts of a person on which some bounds depend; see `care/plan/facts.ts` for how they are read from a record. */
export type PersonFact = 'liver-disease' | 'thyroid-replacement' | 'sensitive';

export interface Bound {
  /** Key under which `Plan.reasons` keeps the reason for going outside the recommended limit. */
  readonly id: string;
  /** What is measured, for a heading: `amount of one dose`. */
  readonly measures: string;
  readonly fields: readonly PlanField[];
  readonly read: (plan: Plan) => readonly Reading[];
  readonly absolute?: Limit;
  readonly recommended?: Limit;
  /** The bound speaks only for a person of whom this is true, or of whom it is not known. */
  readonly onlyFor?: PersonFact;
}

/** Whether a value lies inside a limit. A value that is not a number lies inside none. */
export const within = (limit: Limit, value: number): boolean =>
  value >= (limit.min ?? -Infinity) && value <= (limit.max ?? Infinity);

/** The readings of a plan that lie outside a limit of a bound. */
export const outside = (bound: Bound, limit: Limit, plan: Plan): readonly Reading[] =>
  bound.read(plan).filter((reading) => !within(limit, reading.value));

/** A step that gives more a day than the step before it. */
export interface StepUp {
  readonly index: number;
  readonly before: Step;
  readonly after: Step;
  readonly fromUg: Micrograms;
  readonly toUg: Micrograms;
}

/** Every step up of a plan, in order. */
export function stepUps(plan: Plan): readonly StepUp[] {
  return plan.regimen.steps.flatMap((after, index) => {
    const before = plan.regimen.steps[index - 1];
    if (!before || dailyUg(after) <= dailyUg(before)) return [];
    return [{ index, before, after, fromUg: dailyUg(before), toUg: dailyUg(after) }];
  });
}

/** An amount as a reading, with the amount in words. */
export const amountReading = (path: string, amountUg: Micrograms, where: string): Reading => ({
  path,
  value: amountUg,
  found: `${inMg(amountUg)} ${where}`,
});
