/**
 * What is taken and when, in hours after the first dose: from a list, from a plan, or from a named protocol. Absurd,
 * negative and backward entries are refused with a sentence; nothing is sorted or rounded for the caller.
 */
import { inMg, type Micrograms } from '../../domain/amount.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Plan } from '../../domain/plan.ts';
import { error, quote, warning, type Problem } from '../../domain/problem.ts';
import type { Regimen, TimeOfDay } from '../../domain/regimen.ts';
import { planFrom } from '../plan.ts';

/** A dose of naltrexone hydrochloride by mouth. */
export interface GivenDose {
  readonly amountUg: Micrograms;
  /** Hours after the beginning. */
  readonly atH: number;
}

export interface Course {
  readonly doses: readonly GivenDose[];
  /** Hour of the clock, 0 to 24, at which the beginning falls. */
  readonly hour: number;
  /** Hours from the beginning that the course itself covers. */
  readonly coversH: number;
}

/** Hour of the clock for each time of the day. Assumed: usual hours; the calendar of a plan uses the same. */
export const HOUR_OF: Readonly<Record<TimeOfDay, number>> = { morning: 8, midday: 12.5, evening: 19, bedtime: 22 };

/** Above this a single dose is taken for an error of a factor of ten: the licensed dose is 50 mg a day, at most 150 mg every third. */
export const REFUSED_ABOVE_UG = 100_000;

/** The licensed daily dose. */
export const LICENSED_UG = 50_000;

/** Most doses in one simulation: two a day for nearly three years. */
export const MOST_DOSES = 2000;

/** Hours shown after the last dose of a list when no length is asked for: three days, in which the block has mostly gone. */
const AFTER_LAST_H = 72;

export interface WhatIsTaken {
  readonly doses?: readonly GivenDose[] | undefined;
  readonly plan?: Plan | undefined;
  readonly protocol?: string | undefined;
  readonly start?: IsoDate | undefined;
  readonly hour?: number | undefined;
}

/** Any date does for the curves of a protocol; they count hours, not days. */
const ANY_START = '2027-03-01';

/** The course that an input asks for, or what is wrong with it. */
export function courseOf(input: WhatIsTaken): { readonly course?: Course; readonly problems: readonly Problem[] } {
  const { doses, plan, protocol, hour } = input;
  const named = Object.entries({ doses, plan, protocol }).filter(([, value]) => value !== undefined);
  const problems = [...choiceProblems(named.map(([name]) => name)), ...hourProblems(hour)];
  if (problems.length > 0) return { problems };
  if (doses !== undefined) return listed(doses, hour ?? HOUR_OF.bedtime);
  if (plan !== undefined) return { course: courseOfRegimen(plan.regimen, hour), problems: [] };
  const made = planFrom({ protocol: protocol!, start: input.start ?? ANY_START });
  return made.plan === undefined
    ? { problems: made.problems }
    : { course: courseOfRegimen(made.plan.regimen, hour), problems: [] };
}

function choiceProblems(named: readonly string[]): readonly Problem[] {
  if (named.length === 1) return [];
  if (named.length === 0)
    return [error('doses', 'nothing', 'doses, a plan or a protocol', 'Say what is taken, and when.')];
  return [error(named[1]!, named.join(' and '), 'one of doses, plan and protocol', 'Give only one of them.')];
}

const hourProblems = (hour: number | undefined): readonly Problem[] =>
  hour === undefined || (hour >= 0 && hour < 24)
    ? []
    : [
        error(
          'hour',
          quote(hour),
          'an hour of the day, from 0 to below 24',
          'Give the hour of the clock, such as 22 or 8.5.',
        ),
      ];

function listed(
  doses: readonly GivenDose[],
  hour: number,
): { readonly course?: Course; readonly problems: readonly Problem[] } {
  const problems = [...sizeProblems(doses), ...doses.flatMap(amountProblems), ...timeProblems(doses)];
  if (problems.some(({ severity }) => severity === 'error')) return { problems };
  return { course: { doses, hour, coversH: doses.at(-1)!.atH + AFTER_LAST_H }, problems };
}

function sizeProblems(doses: readonly GivenDose[]): readonly Problem[] {
  if (doses.length === 0)
    return [error('doses', 'an empty list', 'at least one dose', 'Give a dose, or 0 micrograms for none.')];
  return doses.length <= MOST_DOSES
    ? []
    : [error('doses', `${doses.length} doses`, `at most ${MOST_DOSES}`, 'Simulate a shorter time.')];
}

/** What is wrong with the amount of a dose. */
export function amountProblems({ amountUg }: Pick<GivenDose, 'amountUg'>, index?: number): readonly Problem[] {
  const path = index === undefined ? 'doseUg' : `doses[${index}].amountUg`;
  if (!Number.isSafeInteger(amountUg))
    return [error(path, quote(amountUg), 'a whole number of micrograms', 'Write 4.5 mg as 4500.')];
  if (amountUg < 0)
    return [error(path, inMg(amountUg), 'an amount of 0 or more', 'A dose cannot be negative; correct it.')];
  if (amountUg > REFUSED_ABOVE_UG)
    return [
      error(
        path,
        inMg(amountUg),
        `at most ${inMg(REFUSED_ABOVE_UG)} in one dose`,
        'This looks like an error of a factor of ten or a thousand; amounts are micrograms.',
      ),
    ];
  if (amountUg > LICENSED_UG)
    return [
      warning(
        path,
        inMg(amountUg),
        `at most the licensed ${inMg(LICENSED_UG)} a day`,
        'It is simulated; the label has no such daily dose.',
      ),
    ];
  return [];
}

const timeProblems = (doses: readonly GivenDose[]): readonly Problem[] =>
  doses.flatMap(({ atH }, index) => {
    const earliest = index === 0 ? 0 : doses[index - 1]!.atH;
    return atH >= earliest && Number.isFinite(atH)
      ? []
      : [
          error(
            `doses[${index}].atH`,
            quote(atH),
            `hour ${earliest} or later`,
            'Time does not go backwards; put the doses in order.',
          ),
        ];
  });

/** The doses of a regimen, each step for its nights, from the hour of its first dose. */
export function courseOfRegimen({ steps }: Pick<Regimen, 'steps'>, hour?: number): Course {
  const clock: GivenDose[] = [];
  let night = 0;
  for (const { doses, nights } of steps)
    for (const last = night + nights; night < last; night++)
      clock.push(...doses.map(({ amountUg, at }) => ({ amountUg, atH: 24 * night + HOUR_OF[at] })));
  const sorted = clock.sort((a, b) => a.atH - b.atH);
  const begin = sorted[0]!.atH;
  const doses = sorted.map(({ amountUg, atH }) => ({ amountUg, atH: atH - begin }));
  return { doses, hour: hour ?? begin, coversH: 24 * night };
}
