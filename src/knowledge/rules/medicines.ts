/** The list of medicines that rules read: the record's, or, where the record has none, the answer to our own question. */
import { daysBetween, latest, type IsoDate } from '../../domain/dates.ts';
import type { Medicine, Patient } from '../../domain/patient.ts';
import type { Question } from '../../domain/result.ts';
import type { Identification } from '../drugs/identify.ts';
import { freshAnswer, YEAR_DAYS } from './answers.ts';

/** Assumed: a list told by the person is believed for 30 days. */
const LIST_IS_FRESH_DAYS = 30;

export const MEDICINES_QUESTION: Question = {
  id: 'medicines',
  text: 'Which medicines, drops, patches, injections, herbs and supplements do you take? One per line; write "none" if there are none.',
  why: 'No list of medicines was sent, so nothing can be called absent.',
  kind: 'text',
  rank: 1,
};

const whatIsId = (medicine: Medicine): string => `what-is:${medicine.from}`;

/** The question what a line is that nobody can read, or that may be an opioid. */
export const whatIs = (medicine: Medicine, label: string, why: string): Question => ({
  id: whatIsId(medicine),
  text: `What is the medicine that the record calls "${label}"? Write its name.`,
  why,
  kind: 'text',
  rank: 3,
});

/** The question what a name is that nobody here knows. */
export const whatIsStranger = (medicine: Medicine, label: string, why: string): Question => ({
  ...whatIs(medicine, label, why),
  text: `What is "${label}"? Lowdose does not know this name; it may contain an opioid. Write what is in it, or "not an opioid" when you have checked.`,
});

/** Lines with the same key are one name, so one answer settles all of them. */
export const nameKey = ({ what, ingredients, directions }: Medicine, { strangers, drugs }: Identification): string =>
  strangers.length > 0 && drugs.length === 0 ? strangers.join(' ') : JSON.stringify([what, ingredients, directions]);

/** The line as a fresh answer says it is; undefined without an answer that counts. */
export function asTold(patient: Patient, medicine: Medicine, today: IsoDate): Medicine | undefined {
  const answer = freshAnswer(patient, whatIsId(medicine), today, LIST_IS_FRESH_DAYS);
  if (typeof answer === 'string' || typeof answer.value !== 'string' || answer.value.trim() === '') return undefined;
  const { ingredients: _, directions: __, ...rest } = medicine;
  return { ...rest, what: { codings: [], text: answer.value.trim() } };
}

/**
 * The list, or undefined when there is none: neither a record nor a fresh answer. Lines that were entered in error make no
 * list, and "none" in a record whose newest date is more than a year back says nothing about today.
 */
export function medicinesOf(patient: Patient, today: IsoDate): readonly Medicine[] | undefined {
  if (isList(patient, today)) return patient.medicines;
  const answer = patient.answers?.[MEDICINES_QUESTION.id];
  if (answer === undefined || typeof answer.value !== 'string') return undefined;
  const age = daysBetween(answer.on, today);
  if (age < 0 || age > LIST_IS_FRESH_DAYS || answer.value.trim() === '') return undefined;
  return linesOf(answer.value).map((text, line) => ({
    what: { codings: [], text },
    status: 'active',
    kind: 'answer',
    recorded: answer.on,
    from: `answers.${MEDICINES_QUESTION.id}[${line}]`,
  }));
}

function isList({ medicines, recordUntil }: Patient, today: IsoDate): boolean {
  if (medicines === undefined) return false;
  if (medicines.length > 0) return medicines.some(({ status }) => status !== 'entered-in-error');
  const newest = recordUntil === undefined ? today : latest(recordUntil);
  return newest === undefined || daysBetween(newest, today) <= YEAR_DAYS;
}

const linesOf = (text: string): readonly string[] =>
  text
    .split(/[\n;]|,(?!\d)/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(none|no|nothing|nil|keine?)\.?$/i.test(line));
