/**
 * A titration as data. Steps follow each other without a date of their own, so every night from the first to the last
 * is covered exactly once by construction.
 */
import { Temporal } from 'temporal-polyfill';
import type { Micrograms } from './amount.ts';
import { addDays, daysBetween, nightOf, type IsoDate } from './dates.ts';

/** When a dose is taken. `bedtime` is the convention; `morning` is where vivid dreams send it. */
export type TimeOfDay = 'morning' | 'midday' | 'evening' | 'bedtime';

export interface Dose {
  readonly amountUg: Micrograms;
  readonly at: TimeOfDay;
}

/** Id of a registered dose form in `knowledge/forms`, such as `capsule` or `liquid-1-mg-per-ml`. */
export type FormId = string;

export interface Step {
  /** The doses of one day, in the order of the day; one for bedtime, two for twice daily. */
  readonly doses: readonly Dose[];
  /** How many nights (days) the step lasts, at least 1. */
  readonly nights: number;
  readonly form: FormId;
}

export interface Regimen {
  /** The date of the first night. */
  readonly start: IsoDate;
  readonly steps: readonly Step[];
}

/** Amount per day of a step, in micrograms. */
export const dailyUg = (step: Step): Micrograms => step.doses.reduce((sum, dose) => sum + dose.amountUg, 0);

/** Number of nights in the whole regimen. */
export const nightsOf = (regimen: Regimen): number => regimen.steps.reduce((sum, step) => sum + step.nights, 0);

/** The date of the last night. */
export const lastNight = (regimen: Regimen): IsoDate => addDays(regimen.start, nightsOf(regimen) - 1);

export interface DatedStep {
  readonly step: Step;
  /** 0-based position in the regimen. */
  readonly index: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The steps with their first and last night. */
export function datedSteps(regimen: Regimen): readonly DatedStep[] {
  let from = regimen.start;
  return regimen.steps.map((step, index) => {
    const dated = { step, index, from, to: addDays(from, step.nights - 1) };
    from = addDays(from, step.nights);
    return dated;
  });
}

/** The step that covers the night of `date`; undefined before the first and after the last night. */
export function stepAt(regimen: Regimen, date: IsoDate): Step | undefined {
  let left = daysBetween(regimen.start, date);
  if (left < 0) return undefined;
  for (const step of regimen.steps) {
    if (left < step.nights) return step;
    left -= step.nights;
  }
  return undefined;
}

/** Up to this hour (local, 24 h) a dose that was due in the morning belongs to the day before. Assumed: nobody is up earlier. */
export const MORNING_BEGINS_AT_HOUR = 3;

/**
 * The night (day) of the regimen to which a dose belongs that was due at `due` and taken at `instant`. A late evening dose
 * belongs to the night before; a morning dose belongs to its own day.
 * @throws RangeError when the instant or the time zone cannot be read (a caller's mistake)
 */
export function nightOfDose(instant: string, timeZone: string, due: TimeOfDay): IsoDate {
  if (due === 'evening' || due === 'bedtime') return nightOf(instant, timeZone);
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  const date = local.toPlainDate().toString();
  return local.hour < MORNING_BEGINS_AT_HOUR ? addDays(date, -1) : date;
}
