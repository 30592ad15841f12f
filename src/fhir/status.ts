/**
 * The status words of FHIR R4 (required value sets, one table for each resource) in the words of the domain. A word
 * that is not in the table is unknown, with a problem; a missing one is unknown, because silence is no answer.
 */
import type { Condition, Measurement, Medicine, Procedure } from '../domain/patient.ts';
import type { Cursor } from './cursor.ts';

type Words<Status extends string> = Readonly<Record<string, Status>>;
type MedicineStatus = Medicine['status'];

export type MedicineType =
  'MedicationRequest' | 'MedicationStatement' | 'MedicationDispense' | 'MedicationAdministration';

export const MEDICINE_STATUS: Readonly<Record<MedicineType, Words<MedicineStatus>>> = {
  MedicationRequest: {
    active: 'active',
    'on-hold': 'on-hold',
    // By the standard nothing was given; but orders are cancelled after the first fill too, so it counts as use that ended.
    cancelled: 'stopped',
    completed: 'completed',
    'entered-in-error': 'entered-in-error',
    stopped: 'stopped',
    draft: 'planned',
    unknown: 'unknown',
  },
  MedicationStatement: {
    active: 'active',
    completed: 'completed',
    'entered-in-error': 'entered-in-error',
    intended: 'planned',
    stopped: 'stopped',
    'on-hold': 'on-hold',
    unknown: 'unknown',
    'not-taken': 'not-taken',
  },
  MedicationDispense: {
    preparation: 'planned',
    'in-progress': 'planned',
    cancelled: 'not-taken',
    'on-hold': 'on-hold',
    completed: 'completed',
    'entered-in-error': 'entered-in-error',
    stopped: 'stopped',
    declined: 'not-taken',
    unknown: 'unknown',
  },
  MedicationAdministration: {
    'in-progress': 'active',
    'not-done': 'not-taken',
    'on-hold': 'on-hold',
    completed: 'completed',
    'entered-in-error': 'entered-in-error',
    stopped: 'stopped',
    unknown: 'unknown',
  },
};

/** Condition.clinicalStatus and AllergyIntolerance.clinicalStatus. */
export const CLINICAL_STATUS: Words<Condition['status']> = {
  active: 'active',
  recurrence: 'active',
  relapse: 'active',
  inactive: 'resolved',
  remission: 'resolved',
  resolved: 'resolved',
};

/** verificationStatus outranks the clinical one: what is not confirmed is not known. */
export const VERIFICATION_STATUS: Words<Condition['status'] | 'as-clinical'> = {
  confirmed: 'as-clinical',
  unconfirmed: 'unknown',
  provisional: 'unknown',
  differential: 'unknown',
  refuted: 'refuted',
  'entered-in-error': 'entered-in-error',
};

/** Observation.status and DiagnosticReport.status; `entered-in-error` is dropped with a line. */
export const MEASUREMENT_STATUS: Words<Measurement['status'] | 'entered-in-error'> = {
  final: 'final',
  amended: 'final',
  corrected: 'final',
  appended: 'final',
  preliminary: 'preliminary',
  partial: 'preliminary',
  registered: 'preliminary',
  cancelled: 'cancelled',
  unknown: 'unknown',
  'entered-in-error': 'entered-in-error',
};

export const PROCEDURE_STATUS: Words<Procedure['status']> = {
  preparation: 'planned',
  'in-progress': 'in-progress',
  'not-done': 'not-done',
  'on-hold': 'planned',
  // Begun and not finished: medicines may have been given.
  stopped: 'completed',
  completed: 'completed',
  'entered-in-error': 'entered-in-error',
  unknown: 'unknown',
};

export const SERVICE_REQUEST_STATUS: Words<Procedure['status']> = {
  draft: 'planned',
  active: 'planned',
  'on-hold': 'planned',
  revoked: 'not-done',
  completed: 'completed',
  'entered-in-error': 'entered-in-error',
  unknown: 'unknown',
};

export const APPOINTMENT_STATUS: Words<Procedure['status']> = {
  proposed: 'planned',
  pending: 'planned',
  booked: 'planned',
  waitlist: 'planned',
  'checked-in': 'in-progress',
  arrived: 'in-progress',
  fulfilled: 'completed',
  cancelled: 'not-done',
  noshow: 'not-done',
  'entered-in-error': 'entered-in-error',
};

/** The status in a field in the domain's word, `unknown` when it is missing or not in the standard. */
export function statusIn<Status extends string>(
  resource: Cursor,
  words: Words<Status>,
  field = 'status',
): Status | 'unknown' {
  const word = resource.text(field);
  if (word === undefined) return 'unknown';
  const status = lookUp(words, word);
  if (status === undefined) notInStandard(resource.at(field), words);
  return status ?? 'unknown';
}

/** The same for a status that is a CodeableConcept; undefined when the field is missing. */
export function codedStatusIn<Status extends string>(
  resource: Cursor,
  field: string,
  words: Words<Status>,
): Status | 'unknown' | undefined {
  const concept = resource.object(field);
  if (!concept) return resource.has(field) ? 'unknown' : undefined;
  const codes = concept.objects('coding').map((coding) => coding.text('code'));
  const known = codes.map((code) => lookUp(words, code)).find((status) => status !== undefined);
  if (known === undefined) notInStandard(concept, words);
  return known ?? 'unknown';
}

const lookUp = <Status extends string>(words: Words<Status>, word: string | undefined): Status | undefined =>
  word !== undefined && Object.hasOwn(words, word) ? words[word] : undefined;

const notInStandard = (place: Cursor, words: Words<string>): void =>
  place.doubt(`one of ${Object.keys(words).join(', ')}`, 'The status counts as unknown; ask what it is.');
