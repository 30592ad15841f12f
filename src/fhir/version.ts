/**
 * Signs that a resource is not FHIR R4 but an older version. DSTU-2 and STU3 put other things under the same names (a
 * condition's patient, an order's date and status), so reading them half would make what is there look absent; such a
 * record is refused whole. Each sign below is a type, a field or a value that R4 does not have.
 */
import { isObject, type Cursor } from './cursor.ts';

/** Types that R4 renamed or removed. */
const OLD_TYPES: Readonly<Record<string, string>> = {
  MedicationPrescription: 'DSTU-1',
  MedicationOrder: 'DSTU-2',
  DiagnosticOrder: 'DSTU-2',
  DeviceUseRequest: 'DSTU-2',
  ProcedureRequest: 'STU3 or older',
  ReferralRequest: 'STU3 or older',
  DataElement: 'STU3 or older',
};

/** Fields that R4 does not have, for the types in which they would mislead. */
const OLD_FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Condition: { patient: 'DSTU-2', dateRecorded: 'DSTU-2', context: 'STU3', assertedDate: 'STU3' },
  MedicationRequest: { context: 'STU3', dateWritten: 'DSTU-2' },
  MedicationStatement: { wasNotTaken: 'DSTU-2', patient: 'DSTU-2', taken: 'STU3' },
  MedicationAdministration: { wasNotGiven: 'DSTU-2', patient: 'DSTU-2', notGiven: 'STU3' },
  MedicationDispense: { patient: 'DSTU-2', notDone: 'STU3' },
  AllergyIntolerance: { substance: 'DSTU-2', assertedDate: 'STU3' },
  Procedure: { notPerformed: 'DSTU-2', context: 'STU3', notDone: 'STU3' },
  Observation: { related: 'STU3 or older', context: 'STU3' },
};

/** Statuses that were bare codes before R4. */
const WAS_BARE = ['clinicalStatus', 'verificationStatus'];

/** The older version of which the resource has a sign, with the sign; undefined for R4. */
export function olderVersion(resource: Cursor, type: string): { version: string; sign: string } | undefined {
  const old = Object.hasOwn(OLD_TYPES, type) ? OLD_TYPES[type] : undefined;
  if (old !== undefined) return { version: old, sign: `a ${type}` };
  return byField(resource, type) ?? byBareStatus(resource, type) ?? byProfile(resource);
}

function byField(resource: Cursor, type: string) {
  const fields = Object.hasOwn(OLD_FIELDS, type) ? OLD_FIELDS[type]! : {};
  const field = Object.keys(fields).find((name) => resource.has(name));
  return field === undefined ? undefined : { version: fields[field]!, sign: `${type}.${field}` };
}

function byBareStatus(resource: Cursor, type: string) {
  if (type !== 'Condition' && type !== 'AllergyIntolerance') return undefined;
  const field = WAS_BARE.find((name) => typeof resource.raw(name) === 'string');
  return field === undefined ? undefined : { version: 'STU3 or older', sign: `${type}.${field} as a bare code` };
}

function byProfile(resource: Cursor) {
  const meta = resource.raw('meta');
  const profiles = isObject(meta) && Array.isArray(meta['profile']) ? meta['profile'] : [];
  const old = profiles.find((profile) => /\/(DSTU2|STU3|1\.0|3\.0)(\.\d)?\//i.test(String(profile)));
  return old === undefined ? undefined : { version: 'STU3 or older', sign: `the profile ${String(old)}` };
}
