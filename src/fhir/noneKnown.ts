/**
 * "Asked: none." The codes and the few plain phrases by which a record says that a list is empty. They make a list
 * empty only when nothing stands on it; everything else that is missing stays "not asked".
 */
import { SYSTEMS, type Coding, type Concept } from '../domain/patient.ts';
import { conceptIn, hasCode, isSilent } from './concept.ts';
import type { Cursor } from './cursor.ts';
import type { Line, ListName } from './lines.ts';

const IPS_ABSENT = 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips';

type Codes = Readonly<Record<ListName, readonly (readonly [system: string, code: string])[]>>;

/** SNOMED CT and International Patient Summary codes for "asked: none". */
const NONE: Codes = {
  medicines: [[IPS_ABSENT, 'no-known-medications']],
  allergies: [
    [SYSTEMS.snomed, '716186003'],
    [SYSTEMS.snomed, '409137002'],
    [IPS_ABSENT, 'no-known-allergies'],
  ],
  conditions: [[IPS_ABSENT, 'no-known-problems']],
  procedures: [[IPS_ABSENT, 'no-known-procedures']],
};

/** The summary's codes for "no information", which is not asked. */
const NO_INFORMATION: Codes = {
  medicines: [[IPS_ABSENT, 'no-medication-info']],
  allergies: [[IPS_ABSENT, 'no-allergy-info']],
  conditions: [[IPS_ABSENT, 'no-problem-info']],
  procedures: [[IPS_ABSENT, 'no-procedure-info']],
};

const PHRASES: Readonly<Record<ListName, RegExp>> = {
  medicines:
    /^(no (known |current |regular )*(medications?|medicines?|drugs?)|takes no (medications?|medicines?))\.?$/i,
  allergies: /^(no known (drug )?allerg(y|ies)|no allerg(y|ies)( known)?|nka|nkda)\.?$/i,
  conditions: /^no known (problems?|conditions?)\.?$/i,
  procedures: /^no known procedures?\.?$/i,
};

/** LOINC codes of lists and sections: medicines, allergies, problems, procedures. */
const LISTS: Readonly<Record<string, ListName>> = {
  '10160-0': 'medicines',
  '48765-2': 'allergies',
  '11450-4': 'conditions',
  '47519-4': 'procedures',
};

/**
 * The lines of a concept that only says that a list is empty (one line) or that nobody knows (no line); undefined when
 * it says anything else. "No known medications" beside "oxycodone" is oxycodone.
 */
export function noneKnownBy(what: Concept, list: ListName, from: string): readonly Line[] | undefined {
  if (isSilent(what)) return undefined;
  const phrase = (text: string | undefined) => text === undefined || PHRASES[list].test(plain(text));
  if (saysOnly(what, NONE[list], phrase)) return [{ kind: 'none-known', value: { list, from } }];
  const anyPhrase = (text: string | undefined) => text === undefined || /^no information\b/i.test(text.trim());
  return what.codings.length > 0 && saysOnly(what, NO_INFORMATION[list], anyPhrase) ? [] : undefined;
}

function saysOnly(what: Concept, codes: Codes[ListName], phrase: (text: string | undefined) => boolean): boolean {
  const known = ({ system, code }: Coding) => code === undefined || codes.some(([s, c]) => s === system && c === code);
  return phrase(what.text) && what.codings.every((coding) => known(coding) && phrase(coding.display));
}

/** SNOMED CT ends its names with their kind: `No known allergy (situation)`. */
const plain = (text: string): string => text.replace(/\s*\((situation|finding)\)\s*$/i, '').trim();

/** A List resource that is empty because there is nothing on it. */
export const readList = (resource: Cursor): readonly Line[] =>
  resource.raw('status') === 'current' ? emptyList(resource) : [];

/** The sections of a document that are empty because there is nothing in them. */
export const readSections = (resource: Cursor): readonly Line[] => resource.objects('section').flatMap(emptyList);

/** `emptyReason` nilknown on a list of a kind that is read; every other reason leaves the list not asked. */
function emptyList(place: Cursor): readonly Line[] {
  const code = conceptIn(place, 'code');
  const list = code && Object.entries(LISTS).find(([loinc]) => hasCode(code, SYSTEMS.loinc, loinc))?.[1];
  const nothing = conceptIn(place, 'emptyReason')?.codings.some((coding) => coding.code === 'nilknown') ?? false;
  const empty = place.objects('entry').length === 0;
  return list && nothing && empty ? [{ kind: 'none-known', value: { list, from: place.path } }] : [];
}
