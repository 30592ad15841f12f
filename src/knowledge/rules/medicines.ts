/**
 * The list of medicines that rules read: the record's, or, where the record has none, the answer to our own question. Lines
 * that nobody can read are completed by the answer to the question that asked what they are.
 */
import { daysBetween, type IsoDate } from '../../domain/dates.ts';
import type { Medicine, Patient } from '../../domain/patient.ts';
import type { Question } from '../../domain/result.ts';

/** Assumed: a list told by the person is believed for 30 days. */
export const LIST_IS_FRESH_DAYS = 30;

export const MEDICINES_QUESTION: Question = {
  id: 'medicines',
  text: 'Which medicines, drops, patches, injections, herbs and supplements do you take? One per line; write "none" if there are none.',
  why: 'No list of medicines was sent, so nothing can be called absent.',
  kind: 'text',
  rank: 1,
};

/** Id of the question what a line is that nobody can read. */
export const whatIsId = (medicine: Medicine): string => `what-is:${medicine.from}`;

/** The list, or undefined when there is none: neither a record nor a fresh answer. */
export function medicinesOf(patient: Patient, today: IsoDate): readonly Medicine[] | undefined {
  if (patient.medicines !== undefined) return patient.medicines.map((medicine) => completed(patient, medicine));
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

const linesOf = (text: string): readonly string[] =>
  text
    .split(/[\n;]|,(?!\d)/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(none|no|nothing|nil|keine?)\.?$/i.test(line));

function completed(patient: Patient, medicine: Medicine): Medicine {
  const told = patient.answers?.[whatIsId(medicine)]?.value;
  if (typeof told !== 'string' || told.trim() === '') return medicine;
  const text = [medicine.what.text, told.trim()].filter((part) => part !== undefined).join(': ');
  return { ...medicine, what: { ...medicine.what, text } };
}
