/** Answers to direct questions, and how long they are believed. */
import { daysBetween, earliest, inWords, isIsoDate, latest, type IsoDate } from '../../domain/dates.ts';
import type { Answer, Patient } from '../../domain/patient.ts';
import type { Evidence } from '../../domain/result.ts';

/** Assumed: what a person says about opioids is believed for 7 days, because a dentist or a cough can change it. */
export const OPIOID_ANSWER_DAYS = 7;
/** Assumed: plans, pregnancy and state of mind are asked again after 30 days. */
export const MONTH_DAYS = 30;
/** Assumed: history and decisions hold for a year. */
export const YEAR_DAYS = 365;

export type Reply =
  | {
      readonly state: 'yes' | 'no';
      readonly answer: Answer;
      readonly why: string;
      readonly evidence: readonly Evidence[];
    }
  | { readonly state: 'missing'; readonly why: string; readonly evidence: readonly Evidence[] };

/** The answer to a yes-no question, or why there is none that counts: not asked, too old, dated ahead, not yes or no. */
export function yesNo(patient: Patient, id: string, today: IsoDate, daysBelieved: number): Reply {
  const fresh = freshAnswer(patient, id, today, daysBelieved);
  if (typeof fresh === 'string') return { state: 'missing', why: fresh, evidence: evidenceOf(patient, id) };
  const state = asYesNo(fresh.value);
  return state === undefined
    ? { state: 'missing', why: `The answer "${fresh.value}" is neither yes nor no.`, evidence: evidenceOf(patient, id) }
    : { state, answer: fresh, why: `Answered ${state} on ${inWords(fresh.on)}.`, evidence: evidenceOf(patient, id) };
}

/** The answer when it counts today; otherwise a sentence that says why it does not. */
export function freshAnswer(patient: Patient, id: string, today: IsoDate, daysBelieved: number): Answer | string {
  const answer = patient.answers?.[id];
  if (answer === undefined) return 'Nobody has asked.';
  if (!isIsoDate(answer.on)) return `The answer carries "${String(answer.on)}" as its date, which is none.`;
  const age = daysBetween(answer.on, today);
  if (age < 0) return `The answer is dated ${inWords(answer.on)}, which is still to come.`;
  if (age > daysBelieved)
    return `The answer of ${inWords(answer.on)} is ${age} days old; it is believed for ${daysBelieved} days (assumed).`;
  return answer;
}

/** The answer as evidence, whether it counts or not. */
export function evidenceOf(patient: Patient, id: string): readonly Evidence[] {
  const answer = patient.answers?.[id];
  if (answer === undefined) return [];
  const dated = answer.date === undefined ? '' : `, ${answer.date}`;
  return [{ from: `answers.${id}`, text: `${String(answer.value)}${dated}`, date: answer.on }];
}

function asYesNo(value: Answer['value']): 'yes' | 'no' | undefined {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const word = String(value).trim().toLowerCase();
  if (['yes', 'y', 'true', 'ja', 'oui', 'si'].includes(word)) return 'yes';
  return ['no', 'n', 'false', 'nein', 'non', 'none', 'never'].includes(word) ? 'no' : undefined;
}

/** What an answer says about a last day: the last one it can mean, or that there never was one. */
export type LastDay = { readonly kind: 'day'; readonly day: IsoDate } | { readonly kind: 'never' };

/** The day in an answer, in its own field or as its value; undefined when it names none that can be read. */
export function dateIn(answer: Answer, today: IsoDate): LastDay | undefined {
  const given = answer.date ?? (typeof answer.value === 'string' ? answer.value.trim() : answer.value);
  if (given === false || (typeof given === 'string' && /^(never|no|none)$/i.test(given))) return { kind: 'never' };
  if (typeof given !== 'string') return undefined;
  const day = lastPossible(given, today);
  return day === undefined ? undefined : { kind: 'day', day };
}

/** The last day up to today that a partial date can mean; undefined when it is unreadable or lies wholly ahead. */
export function lastPossible(date: string, today: IsoDate): IsoDate | undefined {
  const first = earliest(date);
  const last = latest(date);
  if (first === undefined || last === undefined || first > today) return undefined;
  return last > today ? today : last;
}
