/**
 * From the lines of a record to one person: whose each line is, which ones came twice, what references mean. A list
 * stays absent when the record held nothing of its kind, and is empty only when the record says "none".
 */
import { daysBetween, earliest, latest, type PartialDate } from '../domain/dates.ts';
import type { Medicine, Patient } from '../domain/patient.ts';
import { error, quote, warning } from '../domain/problem.ts';
import type { Found, Gathered, Harvest } from './harvest.ts';
import type { Line, ListName } from './lines.ts';
import { withProduct } from './medicine.ts';
import type { Notes } from './notes.ts';
import type { Reference } from './references.ts';
import { scoresOf } from './scores.ts';

/** The patient of a whole record; undefined, with an error, when it cannot be said who that is. */
export function assemble(harvest: Harvest, notes: Notes): Patient | undefined {
  const found = onePatient(harvest.people, notes);
  if (!found) return undefined;
  const own = ownLines(harvest.lines, found, notes);
  if (!own) return undefined;
  const lines = withoutTwins(own, notes);
  const medicines = of(lines, 'medicine').map((line) => resolved(line, harvest, notes));
  const lists = {
    medicines: listOf('medicines', medicines, lines),
    conditions: listOf('conditions', valuesOf(lines, 'condition'), lines),
    allergies: listOf('allergies', valuesOf(lines, 'allergy'), lines),
    measurements: some(valuesOf(lines, 'measurement')),
    procedures: listOf('procedures', valuesOf(lines, 'procedure'), lines),
    scores: some(scoresOf(valuesOf(lines, 'score-answer'), notes)),
    recordUntil: lastDay(lines, harvest.contacts),
  };
  const known = Object.entries(lists).filter(([, value]) => value !== undefined);
  return { ...found.person, ...Object.fromEntries(known) };
}

function onePatient(people: readonly Found[], notes: Notes): Found | undefined {
  const distinct = [...new Map(people.map((found) => [JSON.stringify(found.person), found])).values()];
  if (distinct.length === 1) return { ...distinct[0]!, keys: people.flatMap(({ keys }) => keys) };
  const names = distinct.slice(0, 5).map(({ person, path }) => `${person.name ?? person.id ?? 'nameless'} (${path})`);
  const more = distinct.length > 5 ? ` and ${distinct.length - 5} more` : '';
  notes.add(
    distinct.length === 0
      ? error('record', 'no Patient', 'one Patient', 'Export the record together with its Patient resource.')
      : error(
          'record',
          `${distinct.length} patients: ${names.join(', ')}${more}`,
          'one patient',
          'Records are never merged or mixed: give one record for each person.',
        ),
  );
  return undefined;
}

/**
 * The lines of this person. Lines about somebody else are left out and said; when every line is about somebody else
 * the references are broken or the record is not this person's, and nothing is read.
 */
function ownLines(lines: readonly Gathered[], found: Found, notes: Notes): readonly Gathered[] | undefined {
  const whose = new Map(lines.map((line) => [line, whoseIs(line.subject, found)]));
  const own = lines.filter((line) => whose.get(line) !== 'other');
  const others = lines.filter((line) => whose.get(line) === 'other');
  const unsaid = own.filter((line) => whose.get(line) === 'unsaid').length;
  const who = [...new Set(others.map(({ subject }) => subject?.text))].slice(0, 3).join(', ');
  if (others.length > 0 && own.length === unsaid) {
    notes.add(strangersOnly(who, found));
    return undefined;
  }
  for (const { line, type, subject } of others)
    notes.add(
      error(
        line.value.from,
        `a ${type} about ${subject?.text}`,
        `resources about ${found.person.name ?? 'the patient'}`,
        'It was left out. Make sure that it is not about this person.',
      ),
    );
  if (unsaid > 0) notes.add(withoutSubject(unsaid));
  return own;
}

/**
 * Whether a subject is this person. A subject by an identifier of a kind that the Patient resource does not carry, or by
 * nothing but a name, says nothing either way; the only person in the record is then believed to be meant.
 */
function whoseIs(subject: Reference | undefined, { keys }: Found): 'own' | 'other' | 'unsaid' {
  if (subject === undefined) return 'unsaid';
  if (subject.keys.some((key) => key.startsWith('#') || keys.includes(key))) return 'own';
  const systems = new Set(keys.map(identifierSystem));
  const foreign = (key: string) => identifierSystem(key) !== undefined && !systems.has(identifierSystem(key));
  return subject.keys.every(foreign) ? 'unsaid' : 'other';
}

const identifierSystem = (key: string): string | undefined => /^identifier:(.*)\|/.exec(key)?.[1];

const strangersOnly = (who: string, found: Found) =>
  error(
    'record',
    `a Patient (${found.person.name ?? found.path}) and entries about ${who} only`,
    'entries that refer to the Patient',
    'Nothing was read. Export the record again with whole references.',
  );

const withoutSubject = (count: number) =>
  warning(
    'record',
    `${count} entries that do not say whose they are`,
    'a subject in each',
    "They were read as this person's, the only one in the record.",
  );

/** Each line once. Same type and id with another content are all kept: none may hide another. */
function withoutTwins(lines: readonly Gathered[], notes: Notes): readonly Line[] {
  const seen = new Map<string, Gathered[]>();
  return lines.filter((gathered) => isNew(gathered, seen, notes)).map(({ line }) => line);
}

function isNew(gathered: Gathered, seen: Map<string, Gathered[]>, notes: Notes): boolean {
  const { type, id, line } = gathered;
  const key = id === undefined ? contentOf(gathered) : `${type}/${id}${placeInside(line.value.from)}`;
  const earlier = seen.get(key);
  if (!earlier) {
    seen.set(key, [gathered]);
    return true;
  }
  const twin = earlier.find((other) => contentOf(other) === contentOf(gathered));
  notes.add(twin ? twice(gathered, twin) : anotherVersion(gathered, earlier[0]!));
  if (!twin) earlier.push(gathered);
  return twin === undefined;
}

/** Everything a line says, without the place where it stands. */
function contentOf({ line, type, id }: Gathered): string {
  const { from, ...value } = line.value;
  const product = line.kind === 'medicine' ? line.product?.keys : undefined;
  return JSON.stringify([type, id ?? null, placeInside(from), value, product]);
}

/** The place within its resource: a component is not its neighbour's twin. */
const placeInside = (from: string): string => /\.(component|item|contained)\[.*$/.exec(from)?.[0] ?? '';

const anotherVersion = ({ line, type, id }: Gathered, earlier: Gathered) =>
  warning(
    line.value.from,
    `${type} ${quote(id)} with another content than at ${earlier.line.value.from}`,
    'one version of each resource',
    'All versions were kept; look which one holds.',
  );

const twice = ({ line, type, id }: Gathered, earlier: Gathered) =>
  warning(
    line.value.from,
    `the same ${type}${id === undefined ? '' : ` ${quote(id)}`} as at ${earlier.line.value.from}`,
    'each entry once',
    'It was read once.',
  );

type Of<Kind extends Line['kind']> = Extract<Line, { readonly kind: Kind }>;

const of = <Kind extends Line['kind']>(lines: readonly Line[], kind: Kind): readonly Of<Kind>[] =>
  lines.filter((line): line is Of<Kind> => line.kind === kind);

const valuesOf = <Kind extends Line['kind']>(lines: readonly Line[], kind: Kind): readonly Of<Kind>['value'][] =>
  lines.flatMap((line) => (line.kind === kind ? [line.value as Of<Kind>['value']] : []));

function resolved({ value, product }: Of<'medicine'>, harvest: Harvest, notes: Notes): Medicine {
  if (!product) return value;
  const target = product.keys.map((key) => harvest.products.get(key)).find((known) => known !== undefined);
  if (!target)
    notes.add(
      warning(
        `${value.from}.medicationReference`,
        quote(product.text),
        'a Medication in the same record',
        product.display === undefined
          ? 'The medicine is unknown; ask what it is.'
          : 'Only the name beside the reference is known.',
      ),
    );
  return withProduct(value, target, product);
}

const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

/** The lines of a list; empty when the record says that there are none; absent when it says nothing. */
const listOf = <T>(name: ListName, values: readonly T[], lines: readonly Line[]): readonly T[] | undefined =>
  some(values) ??
  (of(lines, 'none-known').some((line) => line.value.list === name && isOfNow(line.value, lines)) ? [] : undefined);

/** Assumed: "none" is believed for a year of the record's own time. */
const NONE_BELIEVED_DAYS = 365;

/** "No known medications" of a visit years before the last one says nothing about today. */
function isOfNow({ recorded }: { readonly recorded?: PartialDate }, lines: readonly Line[]): boolean {
  const said = recorded && latest(recorded);
  const newest = earliest(lastDay(lines, []) ?? '');
  return said === undefined || newest === undefined || daysBetween(said, newest) <= NONE_BELIEVED_DAYS;
}

/** The latest day on which something happened or was written down; plans are not part of it. */
function lastDay(lines: readonly Line[], contacts: readonly PartialDate[]): PartialDate | undefined {
  return [...contacts, ...lines.flatMap(daysOf)].toSorted().at(-1);
}

function daysOf(line: Line): readonly PartialDate[] {
  if (line.kind === 'procedure' && line.value.status === 'planned') return [];
  const value: Readonly<Record<string, unknown>> = { ...line.value };
  return ['recorded', 'start', 'onset', 'ended', 'date']
    .map((field) => value[field])
    .filter((day): day is string => typeof day === 'string');
}
