/**
 * What a screening rule is: one file in this folder. It reads our `Patient`, never FHIR, and answers with at least one reason:
 * present, absent or unknown, with the sentence for the prescriber, what it blocks and what it rests on.
 */
import type { IsoDate } from '../../domain/dates.ts';
import type { Medicine, Patient } from '../../domain/patient.ts';
import type { Presence, Question, Reason } from '../../domain/result.ts';
import type { Source } from '../../domain/source.ts';
import type { CodeTable } from '../drugs/codeTable.ts';
import { identify, type Identification } from '../drugs/identify.ts';
import { asTold, medicinesOf, nameKey } from './medicines.ts';

/** A line of the list of medicines and what is in it. */
export interface Line {
  readonly medicine: Medicine;
  readonly is: Identification;
}

export interface Context {
  readonly today: IsoDate;
  /** The list of medicines, identified once for all rules; absent when there is no list. */
  readonly lines?: readonly Line[];
}

export interface Finding {
  /** At least one. */
  readonly reasons: readonly Reason[];
  /** What must be asked because of them. */
  readonly questions: readonly Question[];
}

/** A small patient and what the rule must say of them; `today` is `EXAMPLE_DAY`. */
export interface Example {
  /** The fact about the world that the example shows. */
  readonly says: string;
  readonly patient: Patient;
  readonly table?: CodeTable;
  /** What the most blocking reason must be. */
  readonly expect: { readonly presence: Presence; readonly blocks: Reason['blocks']; readonly date?: IsoDate };
}

export interface Rule {
  readonly id: string;
  readonly title: string;
  /** The question that can be asked of everybody before there is a record. */
  readonly question?: Question;
  readonly find: (patient: Patient, context: Context) => Finding;
  readonly sources: readonly Source[];
  /** Which findings the rule can make; all three unless said. */
  readonly finds?: readonly Presence[];
  /** At least one of each finding the rule can make. */
  readonly examples: readonly Example[];
}

/** The day on which all examples take place. */
export const EXAMPLE_DAY: IsoDate = '2027-03-01';

/** Identifies the medicines of a patient once, for all rules. */
export function contextOf(patient: Patient, today: IsoDate, table?: CodeTable): Context {
  const medicines = medicinesOf(patient, today);
  if (medicines === undefined) return { today };
  const identifyOnce = remembering((medicine: Medicine) => identify(medicine, table));
  const lines = medicines.map((medicine) => ({ medicine, is: identifyOnce(medicine) }));
  const told = toldByName(patient, lines, today);
  return { today, lines: lines.map((line) => withAnswer(line, told(line), identifyOnce)) };
}

type Identify = (medicine: Medicine) => Identification;

/** Records repeat a medicine with every refill; each is identified once. */
function remembering(identifyLine: Identify): Identify {
  const known = new Map<string, Identification>();
  return (medicine) => {
    const key = JSON.stringify([medicine.what, medicine.ingredients, medicine.directions]);
    const is = known.get(key) ?? identifyLine(medicine);
    known.set(key, is);
    return is;
  };
}

const isOpen = ({ is }: Line): boolean => is.doubts.length > 0 || is.drugs.some(({ sure }) => !sure);

/** What the answers say a line is: its own answer, or one about another line of the same name. */
function toldByName(patient: Patient, lines: readonly Line[], today: IsoDate): (line: Line) => Medicine | undefined {
  const byName = new Map<string, Medicine>();
  for (const line of lines.filter(isOpen)) {
    const told = asTold(patient, line.medicine, today);
    if (told !== undefined) byName.set(nameKey(line.medicine, line.is), told);
  }
  return ({ medicine, is }) =>
    byName.size === 0 ? undefined : (asTold(patient, medicine, today) ?? byName.get(nameKey(medicine, is)));
}

/** An answer about a line counts only where the record leaves open what it is; what the record surely shows stays. */
function withAnswer(line: Line, told: Medicine | undefined, identifyOnce: Identify): Line {
  if (told === undefined || !isOpen(line)) return line;
  const { medicine, is } = line;
  const answered = identifyOnce(told);
  const certain = is.drugs.filter(({ sure }) => sure);
  const added = answered.drugs.filter(({ drug }) => !certain.some((each) => each.drug === drug));
  return {
    medicine,
    is: { ...answered, drugs: [...certain, ...added], label: `${is.label}, told to be ${answered.label}` },
  };
}

/** Reasons of one rule, each with what it means for the start. */
export const speaker = (rule: string, sources: readonly Source[]) => {
  const say =
    (presence: Presence, blocks: Reason['blocks']) =>
    (says: string, evidence: Reason['evidence'] = []): Reason => ({ rule, presence, says, blocks, evidence, sources });
  return {
    /** Present: must not start. */
    never: say('present', 'never'),
    /** Present, and a clinician must decide first. */
    decide: say('present', 'ask'),
    /** Not known: blocked until answered. */
    ask: say('unknown', 'ask'),
    /** Present, to be told, and no reason to wait. */
    caution: say('present', 'no'),
    absent: say('absent', 'no'),
    /** Not known and not needed for a start. */
    open: say('unknown', 'no'),
    /** Not before `date`. */
    until: (date: IsoDate, says: string, evidence: Reason['evidence'] = []): Reason => ({
      ...say('present', 'until')(says, evidence),
      date,
    }),
  };
};

const WEIGHT = { never: 3, ask: 2, until: 1, no: 0 } as const;

/** Sorts reasons with the most blocking first and, among waits, the latest date first. */
export const byWeight = (a: Reason, b: Reason): number =>
  WEIGHT[b.blocks] - WEIGHT[a.blocks] || (b.date ?? '').localeCompare(a.date ?? '');

export const finding = (reason: Reason, ...questions: readonly Question[]): Finding => ({
  reasons: [reason],
  questions,
});
