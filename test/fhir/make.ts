// Small FHIR resources for tests: what is said here is what matters in the test.
import { SYSTEMS } from '../../src/domain/patient.ts';
import { importRecord, type ImportedRecord } from '../../src/fhir/import.ts';

export type Json = Readonly<Record<string, unknown>>;

export const ANN: Json = { resourceType: 'Patient', id: 'ann', name: [{ given: ['Ann'], family: 'Example' }] };
export const SUBJECT: Json = { reference: 'Patient/ann' };

export const bundle = (...resources: readonly unknown[]): Json => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});

export const rxnorm = (code: string, text?: string): Json => ({
  coding: [{ system: SYSTEMS.rxnorm, code }],
  ...(text !== undefined && { text }),
});

export const loinc = (code: string): Json => ({ coding: [{ system: SYSTEMS.loinc, code }] });

/** An active order; `more` overrides any of its fields. */
export const order = (name: string | Json, more: Json = {}): Json => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: typeof name === 'string' ? { text: name } : name,
  subject: SUBJECT,
  ...more,
});

export const statement = (name: string, more: Json = {}): Json =>
  order(name, { resourceType: 'MedicationStatement', ...more });

export const observation = (code: string, more: Json): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: loinc(code),
  subject: SUBJECT,
  effectiveDateTime: '2027-02-15',
  ...more,
});

export const read = (value: unknown): Promise<ImportedRecord> => importRecord(JSON.stringify(value));

/** Ann's record with these resources beside her. */
export const readWith = (...resources: readonly unknown[]): Promise<ImportedRecord> => read(bundle(ANN, ...resources));

/** What was found, for assertions on sentences. */
export const found = (record: ImportedRecord): readonly string[] =>
  record.problems.map(
    (problem) => `${problem.severity} ${problem.path}: ${problem.found}; ${problem.expected}; ${problem.todo}`,
  );

/** The record without the places it names, in an order of its own: two imports of the same facts are equal. */
export function facts(value: unknown): unknown {
  if (Array.isArray(value))
    return value
      .map(facts)
      .map((item) => JSON.stringify(item))
      .toSorted();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'from')
      .map(([key, item]) => [key, key === 'items' ? item : facts(item)]),
  );
}
