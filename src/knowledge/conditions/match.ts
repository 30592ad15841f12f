/** Whether a line of a problem list is about a condition, by its codes and its words. */
import { SYSTEMS, type Concept, type Condition } from '../../domain/patient.ts';

/** What recognises a condition. */
export interface ConditionPattern {
  /** SNOMED CT concept ids. */
  readonly snomed?: readonly string[];
  /** Beginnings of ICD-10 or ICD-10-CM codes, without the point: `F33` covers all of F33. */
  readonly icd10?: readonly string[];
  /** Words in the text or in the display of a code. */
  readonly words: RegExp;
  /** Words that take a text out although `words` match. */
  readonly butNot?: RegExp;
}

/** Lines that speak of somebody else, of a fear or of a denial. */
const NOT_THE_PERSON =
  /\bfamily history\b|\bno (?:evidence|history|sign)|\bdenie[sd]\b|\brule[ds]? out\b|\bscreen(?:ing|ed)?\b|\bat risk\b|\brisk of\b/i;

/** Lines that speak of the past. */
const OVER = /\bin (?:full |partial |early |sustained )?remission\b|\bhistory of\b|\bresolved\b|\bh\/o\b/i;

/** The texts of a line, what a person wrote first. */
export const textsOf = (what: Concept): readonly string[] =>
  [what.text, ...what.codings.map(({ display }) => display)].filter((text): text is string => !!text?.trim());

/** The line as a reader sees it: its words, else its codes. */
export function wordsOf(what: Concept): string {
  const codes = what.codings.flatMap(({ code }) => code ?? []).join(', ');
  return textsOf(what)[0] ?? (codes === '' ? 'a line without words or codes' : `code ${codes}`);
}

const plainCode = (code: string): string => code.replace('.', '').toUpperCase();

/** Whether a code of the line belongs to the condition. A code without a system is read as SNOMED CT. */
function codeMatches(what: Concept, pattern: ConditionPattern): boolean {
  return what.codings.some(({ system, code }) => {
    if (!code) return false;
    const icd = system === SYSTEMS.icd10 || system === SYSTEMS.icd10cm;
    if (icd) return (pattern.icd10 ?? []).some((start) => plainCode(code).startsWith(start));
    return (system === SYSTEMS.snomed || system === undefined) && (pattern.snomed ?? []).includes(code);
  });
}

const wordMatches = (what: Concept, pattern: ConditionPattern): boolean =>
  textsOf(what).some((text) => pattern.words.test(text) && !pattern.butNot?.test(text) && !NOT_THE_PERSON.test(text));

export type Match = 'now' | 'past' | 'doubtful';

/**
 * How a line of the problem list speaks of a condition: now, in the past, or so that code and words disagree.
 * `undefined` when it does not, or when it was refuted or entered in error.
 */
export function match(condition: Condition, pattern: ConditionPattern): Match | undefined {
  if (condition.status === 'refuted' || condition.status === 'entered-in-error') return undefined;
  const texts = textsOf(condition.what);
  const coded = codeMatches(condition.what, pattern);
  const worded = wordMatches(condition.what, pattern);
  if (!coded && !worded) return undefined;
  if (coded && !worded && texts.length > 0) return 'doubtful';
  if (condition.status === 'resolved' || condition.ended || texts.some((text) => OVER.test(text))) return 'past';
  return 'now';
}
