/**
 * Conditions of the record, by ICD-10 and SNOMED CT codes and by text. A condition that is denied or belongs to the family is
 * none; one that is suspected, or whose state the record does not tell, is a doubt; a history is past.
 */
import { inWords } from '../../domain/dates.ts';
import { SYSTEMS, type Concept, type Condition, type Patient } from '../../domain/patient.ts';
import type { Evidence } from '../../domain/result.ts';

export interface Sought {
  /** ICD-10 and ICD-10-CM codes; a longer code that begins with one is meant too. */
  readonly icd10?: readonly string[];
  readonly snomed?: readonly string[];
  readonly words: RegExp;
  /** Texts that contain `words` and mean something else. */
  readonly except?: RegExp;
  /** Whether it stays with a person: a history of it counts as much as the thing itself. */
  readonly lifelong?: boolean;
}

export interface FoundConditions {
  /** Whether the record has a list at all. */
  readonly listed: boolean;
  readonly active: readonly Condition[];
  readonly doubtful: readonly Condition[];
  readonly past: readonly Condition[];
}

const NOT_THEIRS =
  /\b(family history|fh of|no history of|no evidence of|denies|negative for|not pregnant|ruled out|screening for)\b/i;
const SUSPECTED = /\b(suspected|possible|probable|rule out|r\/o|query|differential)\b|\?\s*$/i;
const HISTORY = /\b(history of|h\/o|past|previous|in (full |sustained |early )*remission|resolved)\b/i;

/** Sorts what a record says about the conditions sought. */
export function conditionsLike(patient: Patient, sought: Sought): FoundConditions {
  const hits = (patient.conditions ?? []).filter(
    ({ what, status }) =>
      status !== 'entered-in-error' && status !== 'refuted' && isLike(what, sought) && !NOT_THEIRS.test(textOf(what)),
  );
  const past = (sought.lifelong === true ? [] : hits).filter(
    ({ what, status, ended }) => status === 'resolved' || ended !== undefined || HISTORY.test(textOf(what)),
  );
  const open = hits.filter((hit) => !past.includes(hit));
  const doubtful = open.filter(({ what, status }) => status === 'unknown' || SUSPECTED.test(textOf(what)));
  return {
    listed: patient.conditions !== undefined,
    active: open.filter((hit) => !doubtful.includes(hit)),
    doubtful,
    past,
  };
}

/** All texts of a concept in one line. */
export const textOf = (what: Concept): string =>
  [what.text, ...what.codings.map(({ display }) => display)].filter((text) => text !== undefined).join('; ');

/** Whether a concept has one of the codes or the words. */
export function isLike(what: Concept, { icd10 = [], snomed = [], words, except }: Sought): boolean {
  const coded = what.codings.some(({ system, code = '' }) =>
    system === SYSTEMS.snomed
      ? snomed.includes(code)
      : (system === SYSTEMS.icd10 || system === SYSTEMS.icd10cm) && icd10.some((start) => code.startsWith(start)),
  );
  const text = textOf(what);
  return coded || (words.test(text) && !(except?.test(text) ?? false));
}

/** `"Cirrhosis of liver" (active, since 3 May 2021)`. */
export function namedCondition({ what, status, onset, recorded }: Condition): string {
  const since = onset ?? recorded;
  const name = what.text ?? what.codings.find(({ display }) => display !== undefined)?.display ?? what.codings[0]?.code;
  return `"${name ?? 'a condition without a name'}" (${status}${since === undefined ? '' : `, since ${inWords(since)}`})`;
}

export const conditionEvidence = (conditions: readonly Condition[]): readonly Evidence[] =>
  conditions.map(({ what, onset, recorded, from, status }) => {
    const date = onset ?? recorded;
    return { from, text: `${textOf(what)} (${status})`, ...(date === undefined ? {} : { date }) };
  });
