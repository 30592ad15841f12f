/**
 * Rating scales in a record. Systems send them as a QuestionnaireResponse, as one Observation with components, as a
 * panel with members, or as loose Observations; all become answers to a place on a scale (an item or the total) on a
 * day, and the answers of one scale and day are one `Score`. Codes come from the registered scales.
 */
import type { PartialDate } from '../domain/dates.ts';
import { SYSTEMS, type Coding, type Concept, type Score } from '../domain/patient.ts';
import { warning } from '../domain/problem.ts';
import { SCALES, scaleOf } from '../knowledge/scales/index.ts';
import { conceptAt, conceptIn } from './concept.ts';
import { isObject, type Cursor } from './cursor.ts';
import type { Line, ScaleAnswer, ScalePlace } from './lines.ts';
import type { Notes } from './notes.ts';

/** LOINC answer codes and the words of PHQ-9 and GAD-7, in points. */
const POINTS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    'LA6568-5': 0,
    'LA6569-3': 1,
    'LA6570-1': 2,
    'LA6571-9': 3,
    'not at all': 0,
    'several days': 1,
    'more than half the days': 2,
    'nearly every day': 3,
  }),
);

/** Places by `system|code`. */
const PLACES: ReadonlyMap<string, ScalePlace> = new Map(
  SCALES.flatMap((scale) => [
    ...codeRow(scale.code, { scale: scale.id, place: 'total' }),
    ...(scale.items ?? []).flatMap((item, place) => codeRow(item.code, { scale: scale.id, place })),
  ]),
);

function codeRow(coding: Coding | undefined, place: ScalePlace): readonly (readonly [string, ScalePlace])[] {
  return coding?.system && coding.code ? [[`${coding.system}|${coding.code}`, place]] : [];
}

/** The place on a registered scale that a concept means. */
export const placeOf = (what: Concept): ScalePlace | undefined =>
  what.codings.map(({ system, code }) => PLACES.get(`${system}|${code}`)).find((place) => place !== undefined);

/** The points of an Observation's coded or written answer; said when there is an answer that cannot be read. */
export function answerPoints(place: Cursor): number | undefined {
  const answer = conceptIn(place, 'valueCodeableConcept');
  const codings = answer?.codings ?? [];
  const says = [...codings.flatMap(({ code, display }) => [code, display]), answer?.text];
  const points = says.map(pointsOf).find((number) => number !== undefined) ?? pointsInText(place.text('valueString'));
  if (points === undefined && !place.has('dataAbsentReason'))
    place.doubt('a number or a LOINC answer code', 'The item stays open; ask it again.');
  return points;
}

/** By LOINC answer code or by its words, with or without the points that a form prints beside them. */
const pointsOf = (word: string | undefined): number | undefined =>
  word === undefined
    ? undefined
    : (POINTS.get(word) ??
      POINTS.get(
        word
          .toLowerCase()
          .replace(/[^a-z]+/g, ' ')
          .trim(),
      ));

/** A text that is one digit is that number; a longer one may hide a comma or a range. */
const pointsInText = (text: string | undefined): number | undefined =>
  pointsOf(text) ?? (text !== undefined && /^\d$/.test(text) ? Number(text) : undefined);

/** The answers of a QuestionnaireResponse to registered scales; a questionnaire without one is noted. */
export function readQuestionnaireResponse(resource: Cursor): readonly Line[] {
  const status = resource.raw('status');
  if (status === 'entered-in-error' || status === 'stopped') {
    resource.at('status').doubt('a completed questionnaire', 'Its answers were left out; ask the questions again.');
    return [];
  }
  const date = resource.date('authored');
  const answers = itemsOf(resource).flatMap((item) => answerOf(item, date));
  if (answers.length === 0)
    resource.note(
      warning(
        resource.path,
        `a questionnaire that is not known (${resource.text('questionnaire') ?? 'without a name'})`,
        `answers to ${SCALES.map((scale) => scale.name).join(', ')}, with LOINC codes`,
        'Its answers were not read; look at them in the record.',
      ),
    );
  return answers.map((value): Line => ({ kind: 'score-answer', value }));
}

/** All items of a response, those inside groups and answers too. */
function itemsOf(place: Cursor): readonly Cursor[] {
  const here = place.objects('item');
  return here.flatMap((item) => [item, ...itemsOf(item), ...item.objects('answer').flatMap(itemsOf)]);
}

function answerOf(item: Cursor, date: PartialDate | undefined): readonly ScaleAnswer[] {
  const place = placeOfLink(item);
  const answer = item.objects('answer')[0];
  if (!place || !answer) return [];
  return [{ ...place, number: numberOf(answer), ...(date !== undefined && { date }), from: item.path }];
}

/** By the LOINC code in the link id (`44250-9`, `/44249-1/44250-9`), or by `phq9-3`, `GAD-7.2`. */
function placeOfLink(item: Cursor): ScalePlace | undefined {
  const link = item.text('linkId') ?? '';
  const definition = item.text('definition') ?? '';
  const loinc = [link, definition].map((text) => PLACES.get(`${SYSTEMS.loinc}|${lastPart(text)}`)).find(Boolean);
  if (loinc) return loinc;
  const [, name, digits, number] = /^(phq|gad)-?(9|7)\W+(?:q|item)?0?(\d|total)$/i.exec(link) ?? [];
  const scale = name === undefined ? undefined : scaleOf(`${name.toLowerCase()}-${digits}`);
  if (!scale || number === undefined) return undefined;
  const place = number.toLowerCase() === 'total' ? 'total' : Number(number) - 1;
  return place === 'total' || (place >= 0 && place < (scale.items?.length ?? 0))
    ? { scale: scale.id, place }
    : undefined;
}

const lastPart = (link: string): string => link.split(/[/|#]/).at(-1) ?? '';

function numberOf(answer: Cursor): number | null {
  const number =
    answer.number('valueInteger') ??
    answer.number('valueDecimal') ??
    (answer.has('valueCoding') ? pointsOfCoding(answer.at('valueCoding')) : undefined) ??
    pointsInText(answer.text('valueString'));
  if (number === undefined) answer.doubt('a number or a LOINC answer code', 'The item stays open; ask it again.');
  return number ?? null;
}

/** Points by LOINC code or words, else by the `ordinalValue` extension that FHIR defines for this. */
function pointsOfCoding(coding: Cursor): number | undefined {
  const { codings } = conceptAt(coding);
  const known = codings.flatMap(({ code, display }) => [code, display]).map(pointsOf);
  const ordinal = coding
    .objects('extension')
    .find((extension) => /\/(ordinalValue|itemWeight)$/.test(String(extension.raw('url'))));
  return (
    known.find((points) => points !== undefined) ??
    (isObject(coding.value) ? ordinal?.number('valueDecimal') : undefined)
  );
}

/** One score for each scale and day. Two answers to one item on one day: the graver one counts, and that is said. */
export function scoresOf(answers: readonly ScaleAnswer[], notes: Notes): readonly Score[] {
  const days = new Map<string, ScaleAnswer[]>();
  for (const answer of answers) {
    const day = `${answer.scale}|${answer.date ?? ''}`;
    days.set(day, [...(days.get(day) ?? []), answer]);
  }
  return [...days.values()].map((day) => scoreOf(day, notes));
}

function scoreOf(answers: readonly ScaleAnswer[], notes: Notes): Score {
  const { scale, date, from } = answers[0]!;
  const count = scaleOf(scale)?.items?.length ?? 0;
  const at = (place: number | 'total') =>
    gravest(
      answers.filter((answer) => answer.place === place),
      notes,
    );
  const items = Array.from({ length: count }, (_, place) => at(place));
  const total = at('total');
  return {
    scale,
    ...(date !== undefined && { date }),
    ...(total !== null && { total }),
    ...(items.some((item) => item !== null) && { items }),
    from,
  };
}

function gravest(answers: readonly ScaleAnswer[], notes: Notes): number | null {
  const numbers = answers.map(({ number }) => number).filter((number) => number !== null);
  if (numbers.length === 0) return null;
  const highest = Math.max(...numbers);
  if (new Set(numbers).size > 1)
    notes.add(
      warning(
        answers[0]!.from,
        `${numbers.join(' and ')} for the same item on the same day`,
        'one answer',
        `The graver one, ${highest}, was taken; look at the record.`,
      ),
    );
  return highest;
}
