/**
 * "Asked: none." The codes and the few plain phrases by which a record says that a list is empty. They make a list
 * empty only when nothing stands on it; everything else that is missing stays "not asked".
 */
import { SYSTEMS, type Coding, type Concept } from '../domain/patient.ts';
import { conceptIn, hasCode, isSilent } from './concept.ts';
import type { Cursor } from './cursor.ts';
import type { Line, ListName } from './lines.ts';

const IPS_ABSENT = 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips';

/** SNOMED CT and International Patient Summary codes. "No information" is not among them: that is not asked. */
const CODES: Readonly<Record<ListName, readonly (readonly [system: string, code: string])[]>> = {
  medicines: [[IPS_ABSENT, 'no-known-medications']],
  allergies: [
    [SYSTEMS.snomed, '716186003'],
    [SYSTEMS.snomed, '409137002'],
    [IPS_ABSENT, 'no-known-allergies'],
  ],
  conditions: [[IPS_ABSENT, 'no-known-problems']],
  procedures: [[IPS_ABSENT, 'no-known-procedures']],
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
 * A line that says the list is empty, when everything the concept says is just that. A text or a display that says
 * anything else stays what it is: "no known medications" beside "oxycodone" is oxycodone.
 */
export function noneKnownBy(what: Concept, list: ListName, from: string): Line | undefined {
  const phrase = (text: string | undefined) => text === undefined || PHRASES[list].test(plain(text));
  const known = ({ system, code }: Coding) =>
    code === undefined || CODES[list].some(([s, c]) => s === system && c === code);
  const all = phrase(what.text) && what.codings.every((coding) => known(coding) && phrase(coding.display));
  return all && !isSilent(what) ? { kind: 'none-known', value: { list, from } } : undefined;
}

/** SNOMED CT ends its names with their kind: `No known allergy (situation)`. */
const plain = (text: string): string => text.replace(/\s*\((situation|finding)\)\s*$/i, '').trim();

/** A List resource that is empty because there is nothing on it (`emptyReason` nilknown). */
export function readList(resource: Cursor): readonly Line[] {
  const reason = conceptIn(resource, 'emptyReason');
  const code = conceptIn(resource, 'code');
  const list = code && Object.entries(LISTS).find(([loinc]) => hasCode(code, SYSTEMS.loinc, loinc))?.[1];
  const nothing = reason?.codings.some((coding) => coding.code === 'nilknown') ?? false;
  const valid = resource.raw('status') === 'current' && resource.objects('entry').length === 0;
  return list && nothing && valid ? [{ kind: 'none-known', value: { list, from: resource.path } }] : [];
}
