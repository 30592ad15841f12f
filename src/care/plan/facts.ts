/**
 * The few facts of a person on which bounds depend, found by the rules of the screening: record and answers are read in
 * one way only.
 */
import type { IsoDate } from '../../domain/dates.ts';
import type { Concept, Patient } from '../../domain/patient.ts';
import type { Presence } from '../../domain/result.ts';
import type { PersonFact } from '../../knowledge/bounds/index.ts';
import type { CodeTable } from '../../knowledge/drugs/codeTable.ts';
import { acuteLiver } from '../../knowledge/rules/acuteLiver.ts';
import { cirrhosis } from '../../knowledge/rules/cirrhosis.ts';
import { conditionsLike, type Sought } from '../../knowledge/rules/conditions.ts';
import { contextOf, type Context, type Rule } from '../../knowledge/rules/rule.ts';
import { thyroid } from '../../knowledge/rules/thyroid.ts';

export type PersonFacts = Readonly<Record<PersonFact, Presence>>;

/** Nothing is known of nobody. */
export const NOTHING_KNOWN: PersonFacts = {
  'liver-disease': 'unknown',
  'thyroid-replacement': 'unknown',
  sensitive: 'unknown',
};

/** Beyond what the rules block or weigh; an old entry counts too, a liver that was ill is presumed to be so still. */
const OTHER_LIVER: Sought = {
  lifelong: true,
  icd10: ['B18', 'B19', 'K70', 'K71', 'K73', 'K74', 'K75', 'K76', 'K77'],
  words: /(hepatic|liver) (insufficiency|fibrosis|disease)|hepatitis/i,
};

/** What is known of this person on this day. What was never asked, and what nobody can read, is unknown. */
export function factsOf(patient: Patient, today: IsoDate, table?: CodeTable): PersonFacts {
  const context = contextOf(patient, today, table);
  const conditions = readable(patient.conditions);
  return {
    'liver-disease': strongest([
      foundBy(cirrhosis, patient, context),
      foundBy(acuteLiver, patient, context),
      otherLiver(patient),
      conditions,
    ]),
    'thyroid-replacement': strongest([
      foundBy(thyroid, patient, context),
      readable(context.lines?.map(({ medicine }) => medicine)),
      conditions,
    ]),
    sensitive: answered(patient.answers?.['sensitive']?.value),
  };
}

const foundBy = (rule: Rule, patient: Patient, context: Context): Presence =>
  strongest(rule.find(patient, context).reasons.map(({ presence }) => presence));

function otherLiver(patient: Patient): Presence {
  const { active, doubtful } = conditionsLike(patient, OTHER_LIVER);
  return active.length + doubtful.length > 0 ? 'present' : 'absent';
}

/** A list that is absent was never asked for; a line of bare codes may be about anything. */
function readable(lines: readonly { readonly what: Concept }[] | undefined): Presence {
  const isReadable = ({ what: { codings, text } }: { readonly what: Concept }) =>
    !!text?.trim() || codings.some(({ display }) => display?.trim());
  return lines?.every(isReadable) ? 'absent' : 'unknown';
}

const strongest = (found: readonly Presence[]): Presence =>
  found.find((one) => one === 'present') ?? found.find((one) => one === 'unknown') ?? 'absent';

const answered = (value: string | number | boolean | undefined): Presence =>
  value === true || value === 'yes' ? 'present' : value === false || value === 'no' ? 'absent' : 'unknown';
