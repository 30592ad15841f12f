/** Lines of the problem list that speak of depression and are not over. */
import { inWords, type IsoDate } from '../../domain/dates.ts';
import type { Condition, Patient } from '../../domain/patient.ts';
import type { Evidence } from '../../domain/result.ts';
import { match, wordsOf } from '../../knowledge/conditions/match.ts';
import { ANY_DEPRESSION, MAJOR_DEPRESSION } from '../../knowledge/conditions/mood.ts';
import { isWithin, RECENT_DIAGNOSIS } from './age.ts';

export interface Diagnosis {
  readonly condition: Condition;
  /** Major depression now; something less certain otherwise. */
  readonly major: boolean;
}

/** Diagnoses of depression, in the order of the record. */
export function diagnosesOf(patient: Patient): readonly Diagnosis[] {
  return (patient.conditions ?? []).flatMap((condition) => {
    const any = match(condition, ANY_DEPRESSION) ?? match(condition, MAJOR_DEPRESSION);
    if (!any || any === 'past') return [];
    return [{ condition, major: condition.status === 'active' && match(condition, MAJOR_DEPRESSION) === 'now' }];
  });
}

/** When a diagnosis was written down, else when it began. */
export const dateOf = (condition: Condition) => condition.recorded ?? condition.onset;

/** Whether a diagnosis began and was written down lately: an old illness that was entered again is an old one. */
export const isRecent = ({ recorded, onset }: Condition, today: IsoDate): boolean => {
  const dates = [recorded, onset].filter((date) => date !== undefined);
  return dates.length > 0 && dates.every((date) => isWithin(date, RECENT_DIAGNOSIS.days, today));
};

/** The line as evidence. */
export const evidenceOf = (condition: Condition): Evidence => {
  const date = dateOf(condition);
  return { from: condition.from, text: wordsOf(condition.what), ...(date === undefined ? {} : { date }) };
};

/** The line as it stands in a sentence: its words and its date. */
export const inRecord = ({ condition }: Diagnosis): string => {
  const date = dateOf(condition);
  return `"${wordsOf(condition.what)}" ${date === undefined ? 'without a date' : `of ${inWords(date)}`}`;
};
