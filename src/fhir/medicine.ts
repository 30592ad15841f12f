/**
 * MedicationRequest, MedicationStatement, MedicationDispense and MedicationAdministration as a `Medicine`. Every one of
 * them comes out as exactly one medicine, however faulty: one without a code or text is a medicine of which nothing is
 * known, never no medicine.
 */
import type { PartialDate } from '../domain/dates.ts';
import type { Concept, Medicine } from '../domain/patient.ts';
import { conceptAt, conceptIn, isSilent, joined, NOTHING_SAID, wordOf } from './concept.ts';
import { isObject, type Cursor } from './cursor.ts';
import type { Line } from './lines.ts';
import { dosageOf } from './dosage.ts';
import { noneKnownBy } from './noneKnown.ts';
import { referenceIn, type Reference } from './references.ts';
import { MEDICINE_STATUS, statusIn, type MedicineType } from './status.ts';

const KINDS: Readonly<Record<MedicineType, Medicine['kind']>> = {
  MedicationRequest: 'request',
  MedicationStatement: 'statement',
  MedicationDispense: 'dispense',
  MedicationAdministration: 'administration',
};

/** A Medication resource: what a reference to it adds to a medicine. */
export interface Product {
  readonly what: Concept;
  readonly ingredients: readonly Concept[];
  readonly form?: string;
}

export function readMedicine(resource: Cursor, type: MedicineType): readonly Line[] {
  const named = namedConcept(resource);
  const product = productReference(resource);
  const contained = product && containedProduct(resource, product);
  const what = contained ? joined(contained.what, named) : named;
  if (isSilent(what) && !product) sayNoCode(resource);
  const none = product && !contained ? undefined : noneKnownBy(what, 'medicines', resource.path);
  if (none && saysNow(resource)) return none.map((line) => dated(line, timesOf(resource, type)));
  const value: Medicine = {
    what,
    ...(contained && contained.ingredients.length > 0 && { ingredients: contained.ingredients }),
    ...(contained?.form !== undefined && { form: contained.form }),
    status: statusOf(resource, type),
    kind: KINDS[type],
    ...timesOf(resource, type),
    ...dosageOf(resource),
    from: resource.path,
  };
  return [{ kind: 'medicine', value, ...(product && !contained && { product }) }];
}

const dated = (line: Line, { recorded, lastTaken, start }: Partial<Medicine>): Line => {
  const day = recorded ?? lastTaken ?? start;
  return line.kind === 'none-known' && day !== undefined ? { ...line, value: { ...line.value, recorded: day } } : line;
};

/** "No known medications" that was stopped or entered in error says nothing about now, and stays as a line to ask about. */
const saysNow = (resource: Cursor): boolean =>
  [undefined, 'active', 'unknown'].includes(resource.raw('status') as string | undefined);

export function readProduct(resource: Cursor): Product {
  const form = wordOf(conceptIn(resource, 'form'));
  const ingredients = resource
    .objects('ingredient')
    .map(ingredientAt)
    .filter((concept) => !isSilent(concept));
  return { what: conceptIn(resource, 'code') ?? NOTHING_SAID, ingredients, ...(form !== undefined && { form }) };
}

/** The medicine with what the product that it refers to says; without a product, with the reference's own words. */
export function withProduct(medicine: Medicine, product: Product | undefined, reference: Reference): Medicine {
  const words = reference.display === undefined ? NOTHING_SAID : { codings: [], text: reference.display };
  const found = product ? joined(product.what, words) : words;
  return {
    ...medicine,
    what: joined(found, medicine.what),
    ...(product && product.ingredients.length > 0 && { ingredients: product.ingredients }),
    ...(product?.form !== undefined && { form: product.form }),
  };
}

/** `medicationCodeableConcept`; also R5's `medication.concept`, which costs nothing to understand. */
function namedConcept(resource: Cursor): Concept {
  const r5 = resource.raw('medication');
  const concepts = [
    conceptIn(resource, 'medicationCodeableConcept'),
    isObject(r5)
      ? (conceptIn(resource.at('medication'), 'concept') ?? conceptAt(resource.at('medication')))
      : undefined,
    typeof r5 === 'string' ? conceptIn(resource, 'medication') : undefined,
  ].filter((concept) => concept !== undefined);
  return concepts.reduce(joined, NOTHING_SAID);
}

const productReference = (resource: Cursor): Reference | undefined =>
  referenceIn(resource, 'medicationReference') ??
  (isObject(resource.raw('medication')) ? referenceIn(resource.at('medication'), 'reference') : undefined);

function containedProduct(resource: Cursor, reference: Reference): Product | undefined {
  const contained = resource
    .objects('contained')
    .find((other) => reference.keys.includes(`#${String(other.raw('id')).replace(/^#/, '')}`));
  if (!contained) return undefined;
  const product = readProduct(contained);
  return reference.display === undefined
    ? product
    : { ...product, what: joined(product.what, { codings: [], text: reference.display }) };
}

function ingredientAt(ingredient: Cursor): Concept {
  const display = referenceIn(ingredient, 'itemReference')?.display;
  return conceptIn(ingredient, 'itemCodeableConcept') ?? (display ? { codings: [], text: display } : NOTHING_SAID);
}

function statusOf(resource: Cursor, type: MedicineType): Medicine['status'] {
  const status = statusIn(resource, MEDICINE_STATUS[type]);
  if (resource.boolean('doNotPerform') !== true || status === 'entered-in-error') return status;
  resource.at('doNotPerform').doubt('an order to give', 'The order says not to give it, so it counts as not taken.');
  return 'not-taken';
}

function timesOf(resource: Cursor, type: MedicineType): Partial<Medicine> {
  const period = resource.object('effectivePeriod');
  const given = resource.date('effectiveDateTime');
  const times: Partial<Record<keyof Medicine, PartialDate | number | undefined>> = {
    recorded: recordedOf(resource, type),
    start: period?.date('start') ?? given,
    end: period?.date('end'),
    lastTaken: lastTakenOf(resource, type, period?.date('end') ?? given),
    daysSupply: daysSupplyOf(resource),
  };
  return Object.fromEntries(Object.entries(times).filter(([, value]) => value !== undefined));
}

function recordedOf(resource: Cursor, type: MedicineType): PartialDate | undefined {
  if (type === 'MedicationDispense') return resource.date('whenHandedOver') ?? resource.date('whenPrepared');
  return resource.date(type === 'MedicationStatement' ? 'dateAsserted' : 'authoredOn');
}

/** The day of a dose that was given. Of a supply the record knows only when it was handed over and for how long. */
const lastTakenOf = (resource: Cursor, type: MedicineType, given: PartialDate | undefined): PartialDate | undefined =>
  type === 'MedicationAdministration' && resource.raw('status') !== 'not-done' ? given : undefined;

/** No supply lasts longer: a larger number is a mistake of the sender. Assumed: ten years. */
const LONGEST_SUPPLY_DAYS = 3660;
/** Days in the units of FHIR (UCUM codes and English words). Months and years count as the longest ones. */
const DAYS_IN: ReadonlyMap<string, number> = new Map(
  [
    { names: ['h', 'hour'], days: 1 / 24 },
    { names: ['d', 'day'], days: 1 },
    { names: ['wk', 'week'], days: 7 },
    { names: ['mo', 'month'], days: 31 },
    { names: ['a', 'year'], days: 366 },
  ].flatMap(({ names, days }) => names.map((name) => [name, days] as const)),
);

/** Days of a dispensed supply, or of an order with all its repeats. */
function daysSupplyOf(resource: Cursor): number | undefined {
  const dispense = resource.object('daysSupply');
  if (dispense) return daysIn(dispense);
  const order = resource.object('dispenseRequest');
  const days = order?.has('expectedSupplyDuration') ? daysIn(order.at('expectedSupplyDuration')) : undefined;
  const repeats = order?.number('numberOfRepeatsAllowed') ?? 0;
  return days === undefined
    ? undefined
    : sensible(days * (1 + Math.max(0, repeats)), order?.at('expectedSupplyDuration'));
}

function daysIn(duration: Cursor): number | undefined {
  const value = duration.number('value');
  const unit = duration.text('code') ?? duration.text('unit') ?? 'd';
  const days = DAYS_IN.get(unit) ?? DAYS_IN.get(unit.toLowerCase().replace(/s$/, ''));
  if (value === undefined) return undefined;
  if (days === undefined) duration.doubt('a duration in days', 'The supply was left out; ask how long it lasts.');
  return days === undefined ? undefined : sensible(Math.ceil(value * days), duration);
}

function sensible(days: number, place: Cursor | undefined): number | undefined {
  if (days >= 0 && days <= LONGEST_SUPPLY_DAYS) return days;
  place?.doubt(`0 to ${LONGEST_SUPPLY_DAYS} days`, 'The supply was left out; ask how long it lasts.');
  return undefined;
}

const sayNoCode = (resource: Cursor): void =>
  resource
    .at('medicationCodeableConcept')
    .doubt('a code or a name of the medicine', 'It counts as an unknown medicine; ask what it is.');
