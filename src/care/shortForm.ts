/**
 * A person without a record: the few things a prescriber types. What is left out was not asked; `none` means asked, and
 * there is none. Every field that cannot be read gets a sentence, and a medicine that cannot be read stays on the list
 * as one that nobody knows.
 */
import { earliest, isIsoDate, type IsoDate, type PartialDate } from '../domain/dates.ts';
import {
  SYSTEMS,
  type Allergy,
  type Answer,
  type Condition,
  type Measurement,
  type Medicine,
  type Patient,
  type Score,
} from '../domain/patient.ts';
import { error, quote, warning, type Problem } from '../domain/problem.ts';
import { LABS } from '../knowledge/labs/index.ts';
import { SCALES, scaleOf } from '../knowledge/scales/index.ts';

/** What may be written; all of it may be left out. */
export interface ShortForm {
  readonly name?: string;
  readonly birthDate?: PartialDate;
  readonly sex?: 'female' | 'male' | 'other';
  readonly medicines?: 'none' | readonly (string | ShortMedicine)[];
  readonly conditions?: 'none' | readonly string[];
  readonly allergies?: 'none' | readonly string[];
  readonly labs?: readonly ShortLab[];
  readonly scores?: readonly ShortScore[];
  /** By question id: a bare value (answered today), or the whole answer. */
  readonly answers?: Readonly<Record<string, Answer['value'] | Partial<Answer>>>;
}

/** A medicine that is listed without a status is being taken, unless it has a last day; then the status is asked. */
export interface ShortMedicine {
  readonly name: string;
  readonly status?: Medicine['status'];
  readonly lastTaken?: PartialDate;
  readonly since?: PartialDate;
  readonly form?: string;
}

export interface ShortLab {
  /** Id of a registered laboratory value, such as `alt`. */
  readonly lab: string;
  /** A number, or a word for tests that answer with one. */
  readonly value: number | string;
  readonly unit?: string;
  readonly date?: PartialDate;
}

export interface ShortScore {
  /** Id of a registered scale, such as `phq-9`. */
  readonly scale: string;
  readonly total?: number;
  readonly items?: readonly (number | null)[];
  readonly date?: PartialDate;
}

/**
 * The person that a form describes.
 * @param form anything; what is not a `ShortForm` is reported field by field
 * @param today the date on which the form is filled in
 */
export function patientFromShortForm(
  form: unknown,
  today: IsoDate,
): { patient?: Patient; problems: readonly Problem[] } {
  if (!isObject(form))
    return { problems: [error('form', quote(form), 'an object with fields such as medicines', 'Fill in the form.')] };
  const problems: Problem[] = [];
  const field = new Field(form, '', problems);
  field.onlyKnows(FIELDS);
  const patient = {
    name: field.text('name'),
    birthDate: field.date('birthDate'),
    sex: field.word('sex', ['female', 'male', 'other']),
    medicines: listIn(field, 'medicines', (item) => medicineOf(item, today)),
    conditions: listIn(field, 'conditions', (item) => statedOf(item, today)),
    allergies: listIn(field, 'allergies', (item) => statedOf(item, today)),
    measurements: someOf(field.items('labs')?.map(labOf)),
    scores: someOf(field.items('scores')?.map(scoreOf)),
    answers: answersIn(field, problems, today),
    recordUntil: today,
  };
  return { patient: withoutHoles(patient), problems };
}

const FIELDS = ['name', 'birthDate', 'sex', 'medicines', 'conditions', 'allergies', 'labs', 'scores', 'answers'];
const STATUSES = ['active', 'on-hold', 'completed', 'stopped', 'planned', 'not-taken', 'unknown'] as const;

/** One object of the form, with its path and the place where problems go. */
class Field {
  readonly value: unknown;
  readonly path: string;
  readonly #problems: Problem[];

  constructor(value: unknown, path: string, problems: Problem[]) {
    this.value = value;
    this.path = path;
    this.#problems = problems;
  }

  pathOf(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }

  raw(name: string): unknown {
    return isObject(this.value) && Object.hasOwn(this.value, name) ? (this.value[name] ?? undefined) : undefined;
  }

  text(name: string): string | undefined {
    return this.#read(name, (value) => typeof value === 'string' && value.trim() !== '', 'text') as string | undefined;
  }

  number(name: string): number | undefined {
    return this.#read(name, Number.isFinite, 'a number') as number | undefined;
  }

  date(name: string): PartialDate | undefined {
    const isDate = (value: unknown) => typeof value === 'string' && earliest(value) !== undefined;
    return this.#read(name, isDate, 'a date such as 2026-03-01, 2026-03 or 2026') as PartialDate | undefined;
  }

  word<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    return this.#read(name, (value) => words.includes(value as Word), `one of ${words.join(', ')}`) as Word | undefined;
  }

  /** The elements of an array, each as a field of its own. */
  items(name: string): readonly Field[] | undefined {
    const list = this.#read(name, Array.isArray, 'a list') as readonly unknown[] | undefined;
    return list?.map((item, index) => new Field(item, `${this.pathOf(name)}[${index}]`, this.#problems));
  }

  /** Says that this object, or its field `name`, cannot be used as it is. */
  refuse(name: string | undefined, expected: string, todo: string): void {
    const [path, value] = name === undefined ? [this.path, this.value] : [this.pathOf(name), this.raw(name)];
    this.#problems.push(error(path, quote(value), expected, todo));
  }

  doubt(name: string, expected: string, todo: string): void {
    this.#problems.push(warning(this.pathOf(name), quote(this.raw(name)), expected, todo));
  }

  /** A field that nobody reads is mostly a misspelt one, and would be lost in silence. */
  onlyKnows(names: readonly string[]): void {
    const unknown = isObject(this.value) ? Object.keys(this.value).filter((name) => !names.includes(name)) : [];
    for (const name of unknown)
      this.refuse(name, `one of the fields ${names.join(', ')}`, 'Correct the name of the field.');
  }

  #read(name: string, fits: (value: unknown) => boolean, expected: string): unknown {
    const value = this.raw(name);
    if (value === undefined || fits(value)) return value;
    this.refuse(name, expected, 'It was not read; correct it.');
    return undefined;
  }
}

/** A list, empty when the form says `none`, absent when it says nothing or something that is no list. */
function listIn<T>(form: Field, name: string, read: (item: Field) => T | undefined): readonly T[] | undefined {
  const value = form.raw(name);
  if (typeof value === 'string' && value.trim().toLowerCase() === 'none') return [];
  if (Array.isArray(value) && value.length === 0) {
    form.refuse(name, '"none", or at least one line', 'Write "none" when you asked and there is none.');
    return undefined;
  }
  if (value !== undefined && !Array.isArray(value)) {
    form.refuse(name, '"none" or a list', 'It counts as not asked; write a list.');
    return undefined;
  }
  return form.items(name)?.flatMap((item) => read(item) ?? []);
}

function medicineOf(item: Field, today: IsoDate): Medicine {
  const base = { kind: 'answer', recorded: today, from: item.path } as const;
  if (typeof item.value === 'string' && item.value.trim() !== '')
    return { ...base, what: { codings: [], text: item.value.trim() }, status: 'active' };
  item.onlyKnows(['name', 'status', 'lastTaken', 'since', 'form']);
  const name = item.text('name');
  if (name === undefined && item.raw('name') === undefined)
    item.refuse(undefined, 'the name of a medicine', 'It counts as an unknown medicine; write its name.');
  const [lastTaken, start, form] = [item.date('lastTaken'), item.date('since'), item.text('form')];
  return {
    ...base,
    what: { codings: [], ...(name !== undefined && { text: name.trim() }) },
    status: statusOf(item),
    ...(lastTaken !== undefined && { lastTaken }),
    ...(start !== undefined && { start }),
    ...(form !== undefined && { form }),
  };
}

/** A last day alone does not tell whether the next dose is due tonight, so the status is not guessed from it. */
function statusOf(item: Field): Medicine['status'] {
  const status = item.word('status', STATUSES);
  if (status !== undefined) return status;
  if (item.raw('status') === undefined && item.raw('lastTaken') === undefined)
    return isObject(item.value) ? 'active' : 'unknown';
  if (item.raw('status') === undefined)
    item.doubt('status', 'stopped or active, beside a last day', 'The status counts as unknown; say which it is.');
  return 'unknown';
}

/** A condition or an allergy by its name. */
function statedOf(item: Field, today: IsoDate): (Condition & Allergy) | undefined {
  if (typeof item.value === 'string' && item.value.trim() !== '')
    return { what: { codings: [], text: item.value.trim() }, status: 'active', recorded: today, from: item.path };
  item.refuse(undefined, 'a name', 'It was not read; write it as text.');
  return { what: { codings: [] }, status: 'unknown', recorded: today, from: item.path };
}

function labOf(item: Field): Measurement | undefined {
  item.onlyKnows(['lab', 'value', 'unit', 'date']);
  const lab = LABS.find(({ id }) => id === item.raw('lab'));
  if (!lab) {
    item.refuse('lab', `one of ${LABS.map(({ id }) => id).join(', ')}`, 'It was not read; name a known value.');
    return undefined;
  }
  const isWord = typeof item.raw('value') === 'string' && lab.unit === '';
  const value = isWord ? undefined : item.number('value');
  const [word, unit, date] = [isWord ? item.text('value') : undefined, item.text('unit'), item.date('date')];
  if (item.raw('value') === undefined) item.refuse('value', 'a number', 'Write the value.');
  if (value !== undefined && unit === undefined && lab.unit !== '')
    item.refuse(
      'unit',
      `a unit such as ${lab.unit}`,
      'Write the unit beside the number; without it the value is unknown.',
    );
  const loinc = lab.codes[0]?.loinc;
  return {
    what: { codings: loinc === undefined ? [] : [{ system: SYSTEMS.loinc, code: loinc }], text: lab.name },
    ...(value !== undefined && { value }),
    ...(unit !== undefined && { unit }),
    ...(word !== undefined && { word }),
    ...(date !== undefined && { date }),
    status: 'final',
    from: item.path,
  };
}

function scoreOf(item: Field): Score | undefined {
  item.onlyKnows(['scale', 'total', 'items', 'date']);
  const scale = item.raw('scale');
  if (typeof scale !== 'string' || !scaleOf(scale)) {
    item.refuse('scale', `one of ${SCALES.map(({ id }) => id).join(', ')}`, 'It was not read; name a known scale.');
    return undefined;
  }
  const [total, date, items] = [item.number('total'), item.date('date'), itemsIn(item)];
  if (item.raw('total') === undefined && item.raw('items') === undefined)
    item.refuse('total', 'a total or items', 'Write the total or the answers.');
  return {
    scale,
    ...(date !== undefined && { date }),
    ...(total !== undefined && { total }),
    ...(items !== undefined && { items }),
    from: item.path,
  };
}

/** Answers of a scale; one that cannot be read is a hole. */
const itemsIn = (item: Field): readonly (number | null)[] | undefined =>
  item.items('items')?.map((answer) => {
    if (answer.value === null || Number.isFinite(answer.value)) return answer.value as number | null;
    answer.refuse(undefined, 'a number, or null for no answer', 'It counts as no answer.');
    return null;
  });

function answersIn(form: Field, problems: Problem[], today: IsoDate): Patient['answers'] | undefined {
  const raw = form.raw('answers');
  if (raw === undefined) return undefined;
  if (!isObject(raw)) {
    form.refuse('answers', 'an object by question id', 'The answers were not read; correct them.');
    return undefined;
  }
  const answers = Object.keys(raw).map((id) => [id, answerOf(raw[id], `answers.${id}`, problems, today)] as const);
  return Object.fromEntries(answers.filter((entry): entry is readonly [string, Answer] => entry[1] !== undefined));
}

function answerOf(given: unknown, path: string, problems: Problem[], today: IsoDate): Answer | undefined {
  if (isValue(given)) return { value: given, on: today };
  const [value, on, by, date] = isObject(given)
    ? [given['value'], given['on'] ?? today, given['by'], given['date']]
    : [];
  const fits = (other: unknown, right: boolean) => other === undefined || right;
  if (isValue(value) && isIsoDate(on) && fits(by, typeof by === 'string') && fits(date, isIsoDate(date)))
    return { value, on, ...(typeof by === 'string' && { by }), ...(isIsoDate(date) && { date }) };
  new Field(given, path, problems).refuse(
    undefined,
    'a value, or { value, on, by, date }',
    'The question counts as not asked; answer it again.',
  );
  return undefined;
}

const isValue = (value: unknown): value is Answer['value'] =>
  typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const someOf = <T>(list: readonly (T | undefined)[] | undefined): readonly T[] | undefined => {
  const some = list?.filter((item) => item !== undefined);
  return some && some.length > 0 ? some : undefined;
};

const withoutHoles = (value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
