/**
 * What is kept of a record while it streams by: one small line for each thing the product reads, the people it names,
 * the products that medicines refer to. The resources themselves are not kept.
 */
import type { PartialDate } from '../domain/dates.ts';
import { quote, warning } from '../domain/problem.ts';
import { readAllergy, readCondition } from './condition.ts';
import { isObject, type Cursor } from './cursor.ts';
import type { Line } from './lines.ts';
import { readMedicine, readProduct, type Product } from './medicine.ts';
import { readList, readSections } from './noneKnown.ts';
import { readObservation, readReport } from './observation.ts';
import { readPerson, type Person } from './person.ts';
import { readAppointment, readProcedure, readServiceRequest } from './procedure.ts';
import { keysOf, referenceIn, type Key, type Reference } from './references.ts';
import { readQuestionnaireResponse } from './scores.ts';
import { MEDICINE_STATUS, type MedicineType } from './status.ts';
import { olderVersion } from './version.ts';

/** A line with what is needed to tell whose it is and whether it came before. */
export interface Gathered {
  readonly line: Line;
  readonly type: string;
  readonly id?: string;
  readonly subject?: Reference;
}

/** A Patient resource. */
export interface Found {
  readonly person: Person;
  readonly keys: readonly Key[];
  readonly path: string;
}

export interface Harvest {
  readonly people: Found[];
  readonly lines: Gathered[];
  readonly products: Map<Key, Product>;
  readonly byType: Map<string, number>;
  /** Days of contact that have no line of their own. */
  readonly contacts: PartialDate[];
  resources: number;
  /** The first sign of an older FHIR version. */
  older?: { readonly version: string; readonly sign: string; readonly path: string };
}

export const emptyHarvest = (): Harvest => ({
  people: [],
  lines: [],
  products: new Map(),
  byType: new Map(),
  contacts: [],
  resources: 0,
});

type Reader = (resource: Cursor) => readonly Line[];

/** One row for each resource type that becomes lines. What is not here is counted and passed over. */
const READERS: Readonly<Record<string, Reader>> = {
  ...Object.fromEntries(
    Object.keys(MEDICINE_STATUS).map((type): [string, Reader] => [
      type,
      (resource) => readMedicine(resource, type as MedicineType),
    ]),
  ),
  Condition: readCondition,
  AllergyIntolerance: readAllergy,
  Observation: readObservation,
  DiagnosticReport: readReport,
  QuestionnaireResponse: readQuestionnaireResponse,
  Procedure: readProcedure,
  ServiceRequest: readServiceRequest,
  Appointment: readAppointment,
  List: readList,
  Composition: readSections,
};

/** Types whose loss would leave a hole in what the product reads. */
export const isRead = (type: string): boolean =>
  Object.hasOwn(READERS, type) || type === 'Patient' || type === 'Medication' || type === 'Bundle';

/** Takes one resource into the harvest. */
export function gather(harvest: Harvest, resource: Cursor, fullUrl: string | undefined): void {
  const type = typeOf(resource);
  harvest.resources += 1;
  harvest.byType.set(type, (harvest.byType.get(type) ?? 0) + 1);
  const older = harvest.older ? undefined : olderVersion(resource, type);
  if (older) harvest.older = { ...older, path: resource.path };
  if (type === 'Patient') harvest.people.push(personAt(resource, fullUrl));
  else if (type === 'Medication') keepProduct(harvest, resource, fullUrl);
  else if (type === 'Encounter') keepContact(harvest, resource);
  else keepLines(harvest, resource, type);
  keepContainedMedicines(harvest, resource);
}

/** The type as stated; whatever names a medication without being one of the medicine types is taken as a statement. */
function typeOf(resource: Cursor): string {
  const type = resource.text('resourceType');
  const stated = type !== undefined && /^[A-Za-z]+$/.test(type) ? type : undefined;
  const isMedicine = stated !== undefined && Object.hasOwn(MEDICINE_STATUS, stated);
  if (!isMedicine && NAMES_MEDICATION.some((field) => resource.has(field)) && !isOlder(resource, stated)) {
    odd(resource, 'a type that may name a medication', 'It was read as a medicine; ask the sender what it is.');
    return 'MedicationStatement';
  }
  if (stated === undefined) odd(resource, 'a resource with its resourceType', 'It was not read; ask what it is.');
  return stated ?? '(no resourceType)';
}

const NAMES_MEDICATION = ['medicationCodeableConcept', 'medicationReference'];

const isOlder = (resource: Cursor, type: string | undefined): boolean =>
  type !== undefined && olderVersion(resource, type) !== undefined;

const odd = (resource: Cursor, expected: string, todo: string): void =>
  resource.note(warning(resource.path, `the type ${quote(resource.raw('resourceType'))}`, expected, todo));

const personAt = (resource: Cursor, fullUrl: string | undefined): Found => ({
  person: readPerson(resource),
  keys: keysOf(resource, 'Patient', fullUrl),
  path: resource.path,
});

function keepProduct(harvest: Harvest, resource: Cursor, fullUrl: string | undefined): void {
  const product = readProduct(resource);
  for (const key of keysOf(resource, 'Medication', fullUrl)) harvest.products.set(key, product);
}

function keepContact(harvest: Harvest, resource: Cursor): void {
  const period = resource.object('period');
  const day = period?.date('end') ?? period?.date('start');
  if (day !== undefined) harvest.contacts.push(day);
}

function keepLines(harvest: Harvest, resource: Cursor, type: string): void {
  if (!Object.hasOwn(READERS, type)) return;
  for (const line of READERS[type]!(resource)) keepLine(harvest, resource, type, line);
}

function keepLine(harvest: Harvest, resource: Cursor, type: string, line: Line): void {
  const id = resource.text('id');
  const subject = subjectOf(resource);
  harvest.lines.push({ line, type, ...(id !== undefined && { id }), ...(subject && { subject }) });
}

/** Medicines that travel inside another resource (a claim, a care plan) are medicines too. */
function keepContainedMedicines(harvest: Harvest, resource: Cursor): void {
  if (!Array.isArray(resource.raw('contained'))) return;
  for (const inner of resource.objects('contained')) {
    const type = inner.raw('resourceType');
    if (typeof type === 'string' && Object.hasOwn(MEDICINE_STATUS, type))
      for (const line of readMedicine(inner, type as MedicineType)) keepLine(harvest, inner, type, line);
  }
}

/** Whose the resource is: `subject`, or `patient`, or the patient among the participants of an appointment. */
function subjectOf(resource: Cursor): Reference | undefined {
  const field = ['subject', 'patient'].find((name) => isObject(resource.raw(name)));
  if (field !== undefined) return referenceIn(resource, field);
  if (!Array.isArray(resource.raw('participant'))) return undefined;
  return resource
    .objects('participant')
    .map((participant) => (participant.has('actor') ? referenceIn(participant, 'actor') : undefined))
    .find((actor) => actor?.keys.some((key) => key.startsWith('Patient/')));
}
