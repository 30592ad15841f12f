/** How old a piece of a record is, and how old it may be before it no longer speaks of today. */
import { daysBetween, earliest, type IsoDate, type PartialDate } from '../../domain/dates.ts';
import type { Patient } from '../../domain/patient.ts';
import { assume } from '../../domain/source.ts';
import { yesNo as replyTo } from '../../knowledge/rules/answers.ts';

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

/** Yes or no as answered; undefined when nobody asked, or the answer is too old, of the future, or neither. */
export function yesNo(patient: Patient, id: string, today: IsoDate, days: number): boolean | undefined {
  const reply = replyTo(patient, id, today, days);
  return reply.state === 'missing' ? undefined : reply.state === 'yes';
}
