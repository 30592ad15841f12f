/** How old a piece of a record is, and how old it may be before it no longer speaks of today. */
import { daysBetween, earliest, type IsoDate, type PartialDate } from '../../domain/dates.ts';
import type { Patient } from '../../domain/patient.ts';
import { assume } from '../../domain/source.ts';

/** Days for which a score or an answer about symptoms speaks of now. */
export const FRESH = {
  days: 30,
  source: assume('symptoms are asked over two weeks and visits are two to four weeks apart, so 30 days'),
} as const;

/** Days for which a diagnosis on the problem list is taken for the present episode. */
export const RECENT_DIAGNOSIS = {
  days: 182,
  source: assume('a treated episode often ends within half a year, so an older diagnosis is asked about again'),
} as const;

/** Whole days since the first day a date can mean, the careful reading of a partial one. Undefined when unreadable. */
export function oldestAge(date: PartialDate | undefined, today: IsoDate): number | undefined {
  const first = date === undefined ? undefined : earliest(date);
  return first === undefined ? undefined : daysBetween(first, today);
}

/** Whether a date lies wholly after today: a slip of the pen, not evidence. */
export function isFuture(date: PartialDate, today: IsoDate): boolean {
  const first = earliest(date);
  return first !== undefined && first > today;
}

/** Whether a dated thing is at most `days` old and not of the future. */
export function isWithin(date: PartialDate | undefined, days: number, today: IsoDate): boolean {
  const age = oldestAge(date, today);
  return age !== undefined && age <= days && !isFuture(date!, today);
}

/**
 * The answer to a yes-no question, as long as it is fresh enough. An answer that is neither yes nor no, too old, or
 * of the future is no answer.
 */
export function yesNo(patient: Patient, id: string, today: IsoDate, days: number): boolean | undefined {
  const answer = patient.answers?.[id];
  if (!answer || !isWithin(answer.on, days, today)) return undefined;
  if (answer.value === true || answer.value === 'yes') return true;
  if (answer.value === false || answer.value === 'no') return false;
  return undefined;
}
