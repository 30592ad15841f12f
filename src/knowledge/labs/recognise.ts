/**
 * Which lab a line of a record is about. The code decides; the text decides only where no code is known; when code
 * and text name different labs, the line is doubted and not read.
 */
import { SYSTEMS, type Concept } from '../../domain/patient.ts';
import type { Lab } from './lab.ts';

/** Other specimens and derived values that carry the same name: not the lab in serum or blood. */
const OTHER_SPECIMEN =
  /\burine\b|\bcsf\b|\bcerebr|\bspinal\b|\bfluid\b|\bstool\b|\bratio\b|\bclearance\b|creatinine\.|\/creat|\bisoenzyme/i;

/** The texts of a line: what a person wrote and what each coding displays. */
const textsOf = (what: Concept): readonly string[] =>
  [what.text, ...what.codings.map((coding) => coding.display)].filter((text): text is string => !!text?.trim());

const hasCode = (what: Concept, lab: Lab): boolean =>
  what.codings.some(
    ({ system, code }) =>
      (system === undefined || system === SYSTEMS.loinc) && lab.codes.some(({ loinc }) => loinc === code),
  );

const hasName = (what: Concept, lab: Lab): boolean =>
  textsOf(what).some((text) => lab.names.test(text) && !OTHER_SPECIMEN.test(text));

export type Recognised = 'is' | 'contradicts-itself' | 'is-not';

/**
 * Whether a line is about `lab`. `labs` are all labs, in the order in which a text is tried: hs-CRP before CRP.
 */
export function recognise(what: Concept, lab: Lab, labs: readonly Lab[]): Recognised {
  const coded = labs.filter((other) => hasCode(what, other));
  const named = labs.find((other) => hasName(what, other));
  if (coded.length === 0) return named === lab ? 'is' : 'is-not';
  if (coded.length > 1) return coded.includes(lab) ? 'contradicts-itself' : 'is-not';
  const [codedLab] = coded;
  const agrees = !named || named === codedLab || textsOf(what).some((text) => codedLab?.shortNames?.test(text));
  if (agrees) return codedLab === lab ? 'is' : 'is-not';
  return lab === codedLab || lab === named ? 'contradicts-itself' : 'is-not';
}
