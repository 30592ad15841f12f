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
  /cirrho|hepatic (failure|insufficiency|fibrosis)|liver (failure|disease|insufficiency|fibrosis)|hepatitis|\bK7[0-7]/i;
const THYROID_MEDICINE = /thyrox|thyroid|thyronin|synthroid|eltroxin|cytomel|\bH03AA/i;
const THYROID_DISEASE = /hypothyroid|hashimoto|thyroiditis|thyroidectomy|\bE0[0-7]/i;

/** What is known of this person. A list that is absent was never asked, so what it would show is unknown. */
export function factsOf({ conditions, medicines, answers }: Patient): PersonFacts {
  const told = conditions?.filter(({ status }) => status !== 'refuted' && status !== 'entered-in-error');
  const taken = medicines?.filter(({ status }) => status !== 'entered-in-error' && status !== 'not-taken');
  return {
    'liver-disease': shown(told, LIVER),
    'thyroid-replacement': either(shown(taken, THYROID_MEDICINE), shown(told, THYROID_DISEASE)),
    sensitive: answered(answers?.['sensitive']?.value),
  };
}

/** Old entries count too: a liver that was ill or a thyroid that was replaced is presumed to be so still. */
function shown(lines: readonly { readonly what: Concept }[] | undefined, pattern: RegExp): Presence {
  if (lines?.some(({ what }) => pattern.test(wordsOf(what)))) return 'present';
  return lines === undefined || lines.some(({ what }) => !isReadable(what)) ? 'unknown' : 'absent';
}

const either = (one: Presence, other: Presence): Presence =>
  one === 'present' || other === 'present'
    ? 'present'
    : one === 'unknown' || other === 'unknown'
      ? 'unknown'
      : 'absent';

/** A line of bare codes may be about anything. */
const isReadable = ({ codings, text }: Concept): boolean =>
  !!text?.trim() || codings.some(({ display }) => display?.trim());

const wordsOf = ({ codings, text }: Concept): string =>
  [text, ...codings.flatMap(({ code, display }) => [code, display])].filter((word) => word !== undefined).join(' ');

const answered = (value: string | number | boolean | undefined): Presence =>
  value === true || value === 'yes' ? 'present' : value === false || value === 'no' ? 'absent' : 'unknown';
