/** What both pictures of a plan need to know of each step. */
import type { KeyboardEvent } from 'react';
import { inMg } from '../../domain/amount.ts';
import { inShort, type IsoDate } from '../../domain/dates.ts';
import type { Problem } from '../../domain/problem.ts';
import { dailyUg } from '../../domain/regimen.ts';
import type { PlanAnswer } from '../contracts.ts';

export interface Tread {
  readonly index: number;
  readonly amountUg: number;
  readonly amount: string;
  readonly nights: number;
  readonly from: IsoDate;
  /** The whole step in words, for a screen reader. */
  readonly says: string;
  readonly isRefused: boolean;
}

/** How a step is worked with, whatever it looks like. */
export interface StepControl {
  readonly onKeyDown: (index: number) => (event: KeyboardEvent) => void;
  readonly onFocus: (index: number) => void;
}

/** The step of the plan that a problem is about; undefined when it is about something else. */
export const stepOfPath = (path: string): number | undefined => {
  const match = /^regimen\.steps\[(\d+)\]/.exec(path);
  return match ? Number(match[1]) : undefined;
};

export const stepsOf = ({ plan, steps }: PlanAnswer, problems: readonly Problem[]): readonly Tread[] =>
  plan.regimen.steps.map((step, index) => ({
    index,
    amountUg: dailyUg(step),
    amount: inMg(dailyUg(step)),
    nights: step.nights,
    from: steps[index]?.from ?? plan.regimen.start,
    says: `Step ${index + 1} of ${steps.length}, from ${inShort(steps[index]?.from ?? plan.regimen.start)}: ${steps[index]?.says ?? ''}`,
    isRefused: problems.some(({ path }) => stepOfPath(path) === index),
  }));

/** A long step is drawn at most this many times as wide as the shortest, with a break in its tread. */
const WIDEST = 3;

/** The nights for which a step's drawn width stands. */
const drawnNights = (tread: Tread, treads: readonly Tread[]): number =>
  Math.min(tread.nights, WIDEST * Math.min(...treads.map(({ nights }) => nights)));

/** Whether a step is drawn shorter than it is. */
export const isBroken = (tread: Tread, treads: readonly Tread[]): boolean => drawnNights(tread, treads) < tread.nights;

/** Widths of the steps that together fill `width`. */
export function widthsOf(treads: readonly Tread[], width: number): readonly number[] {
  const drawn = treads.map((tread) => drawnNights(tread, treads));
  const all = drawn.reduce((sum, nights) => sum + nights, 0);
  return drawn.map((nights) => (nights / all) * width);
}

/** What else a step tells assistive technology: a slider of the amount, with the step in words as its value. */
export const ariaOf = (tread: Tread, ceilingUg: number) => ({
  id: `tread-${tread.index}`,
  'aria-label': `Amount of step ${tread.index + 1}`,
  'aria-describedby': 'keys-say',
  'aria-orientation': 'vertical' as const,
  'aria-valuemin': 0,
  'aria-valuemax': Math.max(ceilingUg, tread.amountUg),
  'aria-valuetext': tread.isRefused ? `${tread.says}. Refused, see below.` : tread.says,
});
