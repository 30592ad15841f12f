/** The few facts of a person on which bounds depend, as far as the record and the answers tell. */
import type { Concept, Patient } from '../../domain/patient.ts';
import type { Presence } from '../../domain/result.ts';
import type { PersonFact } from '../../knowledge/bounds/index.ts';

export type PersonFacts = Readonly<Record<PersonFact, Presence>>;

/** Nothing is known of nobody. */
export const NOTHING_KNOWN: PersonFacts = {
  'liver-disease': 'unknown',
  'thyroid-replacement': 'unknown',
  sensitive: 'unknown',
};

const LIVER =
  /cirrho|hepatic (failure|insufficiency|fibrosis)|liver (failure|disease|insufficiency|fibrosis)|hepatitis|\bK7[0-6]/i;
const THYROID = /thyrox|liothyron|l-?thyrox|levothyr|thyroid|euthyrox|synthroid|eltroxin|cytomel|\bH03AA/i;

/** What is known of this person. A list that is absent was never asked, so what it would show is unknown. */
export const factsOf = (patient: Patient): PersonFacts => ({
  'liver-disease': shown(
    patient.conditions?.filter(({ status }) => status !== 'refuted' && status !== 'entered-in-error'),
    LIVER,
  ),
  'thyroid-replacement': shown(
    patient.medicines?.filter(({ status }) => status !== 'entered-in-error' && status !== 'not-taken'),
    THYROID,
  ),
  sensitive: answered(patient, 'sensitive'),
});

/** Old entries count too: a liver that was ill or a thyroid that was replaced is presumed to be so still. */
function shown(lines: readonly { readonly what: Concept }[] | undefined, pattern: RegExp): Presence {
  if (lines === undefined) return 'unknown';
  return lines.some(({ what }) => pattern.test(wordsOf(what))) ? 'present' : 'absent';
}

const wordsOf = ({ codings, text }: Concept): string =>
  [text, ...codings.flatMap(({ code, display }) => [code, display])].filter((word) => word !== undefined).join(' ');

function answered(patient: Patient, id: string): Presence {
  const value = patient.answers?.[id]?.value;
  return value === true || value === 'yes' ? 'present' : value === false || value === 'no' ? 'absent' : 'unknown';
}
