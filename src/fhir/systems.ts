/**
 * One name for each code system. Records write the same system as its FHIR address, as an OID, with `https`, with a stroke
 * at the end, or as a national edition of the same codes; read as they come, `urn:oid:2.16.840.1.113883.6.88` 7804 would
 * be a code that nobody knows.
 */
import { SYSTEMS } from '../domain/patient.ts';

/** Other names by the one that the product reads. OIDs as HL7 registers them, recalled. */
const OTHER_NAMES: Readonly<Record<keyof typeof SYSTEMS, readonly string[]>> = {
  rxnorm: [
    '2.16.840.1.113883.6.88',
    'rxnorm',
    'nlm.nih.gov/research/umls/rxnorm',
    'purl.bioontology.org/ontology/rxnorm',
  ],
  atc: [
    '2.16.840.1.113883.6.73',
    'atc',
    'whocc.no/atc',
    'whocc.no/atc_ddd_index',
    'fhir.de/codesystem/bfarm/atc',
    'fhir.de/codesystem/dimdi/atc',
  ],
  loinc: ['2.16.840.1.113883.6.1', 'loinc'],
  snomed: ['2.16.840.1.113883.6.96', 'snomed', 'snomedct', 'snomed-ct'],
  icd10: [
    '2.16.840.1.113883.6.3',
    'terminology.hl7.org/codesystem/icd10',
    'fhir.de/codesystem/bfarm/icd-10-gm',
    'fhir.de/codesystem/dimdi/icd-10-gm',
  ],
  icd10cm: [
    '2.16.840.1.113883.6.90',
    'terminology.hl7.org/codesystem/icd10-cm',
    'terminology.hl7.org/codesystem/icd10cm',
  ],
  ucum: ['2.16.840.1.113883.6.8'],
};

const plain = (system: string): string =>
  system
    .trim()
    .toLowerCase()
    .replace(/^urn:oid:|^https?:\/\/(www\.)?/, '')
    .replace(/\/+$/, '');

const BY_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(SYSTEMS).flatMap(([key, system]) =>
    [system, ...OTHER_NAMES[key as keyof typeof SYSTEMS]].map((name) => [plain(name), system] as const),
  ),
);

/** The system by the name that the product reads; another system as it came. Versions of SNOMED CT are SNOMED CT. */
export function systemNamed(system: string): string {
  const name = plain(system);
  return BY_NAME.get(name) ?? (name.startsWith('snomed.info/sct/') ? SYSTEMS.snomed : system);
}
