/** Directions, route and last day of `dosageInstruction` (or `dosage`): as written, or put into words when only coded. */
import type { PartialDate } from '../domain/dates.ts';
import type { Medicine } from '../domain/patient.ts';
import { conceptIn, wordOf } from './concept.ts';
import type { Cursor } from './cursor.ts';

/** What the directions and the notes beside them tell. An end is told only when every direction has one. */
export function dosageOf(resource: Cursor): Pick<Medicine, 'directions' | 'route' | 'start' | 'end'> {
  const dosages = dosagesOf(resource);
  const notes = resource.objects('note').map((note) => note.text('text'));
  const directions = distinct([...dosages.map(inWords), ...notes]).join('; ');
  const route = distinct(dosages.map((dosage) => wordOf(conceptIn(dosage, 'route')))).join('; ');
  const bounds = dosages.map((dosage) => boundsOf(dosage));
  const ends = bounds.map((bound) => bound?.date('end')).filter((end) => end !== undefined);
  const start = bounds
    .map((bound) => bound?.date('start'))
    .filter((day) => day !== undefined)
    .toSorted()[0];
  const end: PartialDate | undefined =
    dosages.length > 0 && ends.length === dosages.length ? ends.toSorted().at(-1) : undefined;
  return {
    ...(directions && { directions }),
    ...(route && { route }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  };
}

/** MedicationAdministration has one `dosage` object; the others have arrays. */
function dosagesOf(resource: Cursor): readonly Cursor[] {
  if (resource.has('dosageInstruction')) return resource.objects('dosageInstruction');
  if (Array.isArray(resource.raw('dosage'))) return resource.objects('dosage');
  return [resource.object('dosage')].filter((dosage) => dosage !== undefined);
}

const boundsOf = (dosage: Cursor): Cursor | undefined =>
  dosage.object('timing')?.object('repeat')?.object('boundsPeriod');

const inWords = (dosage: Cursor): string | undefined =>
  [dosage.text('text'), dosage.text('patientInstruction')].filter((part) => part !== undefined).join('. ') ||
  fromCodes(dosage);

/** `1 tablet, 1 time every 6 h, as needed`. */
function fromCodes(dosage: Cursor): string | undefined {
  const parts = [doseIn(dosage), timingIn(dosage), dosage.raw('asNeededBoolean') === true ? 'as needed' : undefined];
  return parts.filter((part) => part !== undefined).join(', ') || undefined;
}

function doseIn(dosage: Cursor): string | undefined {
  const dose = dosage.objects('doseAndRate')[0]?.object('doseQuantity') ?? dosage.object('dose');
  const value = dose?.number('value');
  return value === undefined ? undefined : [value, dose?.text('unit')].filter((part) => part !== undefined).join(' ');
}

function timingIn(dosage: Cursor): string | undefined {
  const repeat = dosage.object('timing')?.object('repeat');
  const [frequency, period, unit] = [
    repeat?.number('frequency') ?? 1,
    repeat?.number('period'),
    repeat?.text('periodUnit'),
  ];
  if (period === undefined || unit === undefined) return undefined;
  return `${frequency} ${frequency === 1 ? 'time' : 'times'} every ${period} ${unit}`;
}

const distinct = (texts: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(texts.filter((text) => text !== undefined)),
];
