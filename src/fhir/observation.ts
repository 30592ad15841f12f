/** Observation and DiagnosticReport: values, words, upper limits of normal, and the answers of rating scales. */
import { SYSTEMS, type Measurement } from '../domain/patient.ts';
import { quote, warning } from '../domain/problem.ts';
import { conceptAt, conceptIn, NOTHING_SAID, wordOf } from './concept.ts';
import type { Cursor } from './cursor.ts';
import type { Line, ScaleAnswer } from './lines.ts';
import { answerPoints, placeOf } from './scores.ts';
import { MEASUREMENT_STATUS, statusIn } from './status.ts';
import { systemNamed } from './systems.ts';

type Dated = Pick<Measurement, 'date'>;

/** The observation and each of its components. A panel that only points at its members has no line of its own. */
export function readObservation(resource: Cursor): readonly Line[] {
  const status = statusIn(resource, MEASUREMENT_STATUS);
  if (status === 'entered-in-error') return droppedAsError(resource);
  const dated = dateOf(resource);
  const components = resource.objects('component');
  const isPanel = !hasValue(resource) && (components.length > 0 || resource.has('hasMember'));
  const own = isPanel && !resource.has('dataAbsentReason') ? [] : [readValue(resource, status, dated)];
  return [...own, ...components.map((component) => readValue(component, status, dated))];
}

/** The conclusion of a report, and the observations that it contains; those it refers to come by themselves. */
export function readReport(resource: Cursor): readonly Line[] {
  const status = statusIn(resource, MEASUREMENT_STATUS);
  if (status === 'entered-in-error') return droppedAsError(resource);
  const contained = resource
    .objects('contained')
    .filter((other) => other.raw('resourceType') === 'Observation')
    .flatMap(readObservation);
  const words = [
    resource.text('conclusion'),
    ...resource.objects('conclusionCode').map((code) => wordOf(conceptAt(code))),
  ].filter((word) => word !== undefined);
  if (words.length === 0) return contained;
  const what = conceptIn(resource, 'code') ?? NOTHING_SAID;
  const value: Measurement = { what, word: words.join('; '), ...dateOf(resource), status, from: resource.path };
  return [{ kind: 'measurement', value }, ...contained];
}

function readValue(place: Cursor, status: Measurement['status'], dated: Dated): Line {
  const what = conceptIn(place, 'code') ?? NOTHING_SAID;
  const measured = valueOf(place);
  const scale = placeOf(what);
  if (scale && status !== 'cancelled') {
    const number = measured.value ?? answerPoints(place);
    const value: ScaleAnswer = { ...scale, number: number ?? null, ...dated, from: place.path };
    return { kind: 'score-answer', value };
  }
  return { kind: 'measurement', value: { what, ...measured, ...dated, status, from: place.path } };
}

type Value = Pick<Measurement, 'value' | 'unit' | 'word' | 'upperLimit'>;

const hasValue = (place: Cursor): boolean =>
  typeof place.value === 'object' &&
  place.value !== null &&
  Object.keys(place.value).some((key) => /^value[A-Z]/.test(key));

function valueOf(place: Cursor): Value {
  if (place.has('valueQuantity')) return quantityOf(place);
  const value = place.number('valueInteger');
  if (value !== undefined) return { value };
  const word =
    wordOf(conceptIn(place, 'valueCodeableConcept')) ??
    place.text('valueString') ??
    place.boolean('valueBoolean')?.toString() ??
    place.date('valueDateTime') ??
    rangeIn(place);
  return word === undefined ? {} : { word };
}

function quantityOf(place: Cursor): Value {
  const quantity = place.object('valueQuantity');
  const value = quantity?.number('value');
  if (!quantity || value === undefined) return {};
  const unit = unitOf(quantity);
  const comparator = quantity.text('comparator');
  const upperLimit = upperLimitOf(place, unit);
  return {
    value,
    ...(unit !== undefined && { unit }),
    ...(comparator && { word: `${comparator} ${value}` }),
    ...(upperLimit !== undefined && { upperLimit }),
  };
}

/** The UCUM code where there is one; else the unit as printed. */
const unitOf = (quantity: Cursor): string | undefined =>
  (systemNamed(String(quantity.raw('system'))) === SYSTEMS.ucum ? quantity.text('code') : undefined) ??
  quantity.text('unit') ??
  quantity.text('code');

/** The upper end of the normal range, when it is in the unit of the value. */
function upperLimitOf(place: Cursor, unit: string | undefined): number | undefined {
  const normal = place.objects('referenceRange').find((range) => !range.has('type') || isNormal(range));
  const high = normal?.object('high');
  const limit = high?.number('value');
  if (!high || limit === undefined) return undefined;
  const other = unitOf(high);
  if (other === undefined || other === unit || high.text('unit') === place.object('valueQuantity')?.text('unit'))
    return limit;
  high.doubt(`a limit in ${unit ?? 'the unit of the value'}`, 'The limit was left out; the value stands without it.');
  return undefined;
}

const isNormal = (range: Cursor): boolean =>
  conceptIn(range, 'type')?.codings.some(({ code }) => code === 'normal') ?? false;

/** A range or a ratio in words; the product computes with neither. */
function rangeIn(place: Cursor): string | undefined {
  const [low, high] = [place.object('valueRange')?.object('low'), place.object('valueRange')?.object('high')];
  if (low || high) return [low?.number('value'), high?.number('value')].map((end) => end ?? '?').join(' to ');
  const ratio = place.object('valueRatio');
  const parts = [ratio?.object('numerator')?.number('value'), ratio?.object('denominator')?.number('value')];
  return ratio ? parts.map((part) => part ?? '?').join(':') : undefined;
}

function dateOf(resource: Cursor): Dated {
  const period = resource.object('effectivePeriod');
  const date =
    resource.date('effectiveDateTime') ??
    period?.date('end') ??
    period?.date('start') ??
    resource.date('effectiveInstant') ??
    resource.date('issued');
  return date === undefined ? {} : { date };
}

function droppedAsError(resource: Cursor): readonly Line[] {
  const what = wordOf(conceptIn(resource, 'code'));
  const todo = 'It was left out, as the sender says that it is wrong.';
  resource.note(warning(resource.path, `entered in error: ${quote(what)}`, 'a valid result', todo));
  return [];
}
