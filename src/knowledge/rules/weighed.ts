/** Findings that a clinician must weigh: they block until the prescriber says that it was done, and remain on the page. */
import { addDays, inWords } from '../../domain/dates.ts';
import type { Patient } from '../../domain/patient.ts';
import type { Question, Reason } from '../../domain/result.ts';
import { yesNo } from './answers.ts';
import { EXAMPLE_DAY, finding, type Context, type Example, type Finding, type speaker } from './rule.ts';

/** Assumed: a decision that was weighed holds for 90 days. */
export const DECISION_DAYS = 90;

/** Id of the question whether the prescriber has weighed what a rule found. */
export const weighedId = (rule: string): string => `weighed:${rule}`;

export interface ToWeigh {
  readonly rule: string;
  readonly say: ReturnType<typeof speaker>;
  /** What was found and what to do, as a sentence. */
  readonly says: string;
  /** What the prescriber confirms, as a yes-no question. */
  readonly asks: string;
  readonly evidence: Reason['evidence'];
  readonly rank: number;
}

/** Blocks until the question is answered with yes; then it is a caution that says so. */
export function toWeigh(patient: Patient, { today }: Context, found: ToWeigh): Finding {
  const id = weighedId(found.rule);
  const reply = yesNo(patient, id, today, DECISION_DAYS);
  if (reply.state !== 'yes') return finding(found.say.decide(found.says, found.evidence), question(id, found));
  const until = inWords(addDays(reply.answer.on, DECISION_DAYS));
  return finding(
    found.say.caution(`${found.says} The prescriber has weighed this; it holds until ${until}.`, [
      ...found.evidence,
      ...reply.evidence,
    ]),
  );
}

const question = (id: string, { asks, says, rank }: ToWeigh): Question => ({
  id,
  text: asks,
  why: says,
  kind: 'yes-no',
  rank,
});

/** The example of a patient whose finding was weighed. */
export const weighedExample = (rule: string, patient: Patient): Example => ({
  says: 'weighed by the prescriber, it is a caution',
  patient: { ...patient, answers: { ...patient.answers, [weighedId(rule)]: { value: true, on: EXAMPLE_DAY } } },
  expect: { presence: 'present', blocks: 'no' },
});
