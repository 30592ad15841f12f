/**
 * Reading of a value whose shape nobody has checked. A cursor stands on one place of a resource; each question to it
 * answers with the value when it has the right type, with nothing when there is none, and with nothing and a problem
 * that names the place when something else stands there. So every reader below is defensive without saying so.
 */
import { earliest, type PartialDate } from '../domain/dates.ts';
import { error, quote, warning, type Problem } from '../domain/problem.ts';
import type { Limits } from './limits.ts';
import type { Notes } from './notes.ts';

/** What all cursors of one import share. */
export interface Reading {
  readonly notes: Notes;
  readonly limits: Limits;
}

export class Cursor {
  readonly value: unknown;
  readonly reading: Reading;
  readonly #parent: Cursor | undefined;
  readonly #step: string;

  constructor(value: unknown, step: string, reading: Reading, parent?: Cursor) {
    this.value = value;
    this.#step = step;
    this.reading = reading;
    this.#parent = parent;
  }

  /** Where this is: `entry[3].resource.status`. */
  get path(): string {
    return this.#parent ? this.#parent.path + this.#step : this.#step;
  }

  /** The value of a field, unread; undefined when this is not an object or has no such field of its own. */
  raw(field: string): unknown {
    return isObject(this.value) && Object.hasOwn(this.value, field) ? (this.value[field] ?? undefined) : undefined;
  }

  has(field: string): boolean {
    return this.raw(field) !== undefined;
  }

  /** A cursor on a field, whatever stands there. */
  at(field: string): Cursor {
    return new Cursor(this.raw(field), `.${field}`, this.reading, this);
  }

  /** A cursor on a field that holds an object. */
  object(field: string): Cursor | undefined {
    const child = this.at(field);
    return child.#expect(isObject(child.value), 'an object') ? child : undefined;
  }

  /** Cursors on the objects of an array. One object in place of an array is read as an array of one, and said. */
  objects(field: string): readonly Cursor[] {
    const child = this.at(field);
    if (isObject(child.value)) {
      child.doubt('an array', 'It was read as an array of one; ask the sender for valid FHIR R4.');
      return [child];
    }
    if (!child.#expect(Array.isArray(child.value), 'an array')) return [];
    return (child.value as readonly unknown[])
      .map((item, index) => new Cursor(item, `[${index}]`, this.reading, child))
      .filter((item) => item.#expect(isObject(item.value), 'an object') && item.value !== undefined);
  }

  /** Text with something in it, no longer than the limit. */
  text(field: string): string | undefined {
    const child = this.at(field);
    if (!child.#expect(typeof child.value === 'string', 'text')) return undefined;
    const text = (child.value as string).trim();
    if (text.length <= this.reading.limits.textCharacters) return text === '' ? undefined : text;
    child.note(
      error(
        child.path,
        `a text of ${text.length} characters`,
        `at most ${this.reading.limits.textCharacters}`,
        'The text was not read, so what it says is unknown; ask the sender what it is.',
      ),
    );
    return undefined;
  }

  /** The texts of an array. */
  texts(field: string): readonly string[] {
    const list = this.at(field);
    if (!list.#expect(Array.isArray(list.value), 'an array')) return [];
    return (list.value as readonly unknown[])
      .map((item, index) => new Cursor(item, `[${index}]`, this.reading, list))
      .filter((item) => item.#expect(typeof item.value === 'string', 'text'))
      .map((item) => item.value as string)
      .filter((text) => text.trim() !== '');
  }

  /** A finite number. A number written as text is refused, because text may hide a comma. */
  number(field: string): number | undefined {
    const child = this.at(field);
    return child.#expect(Number.isFinite(child.value), 'a number') ? (child.value as number) : undefined;
  }

  boolean(field: string): boolean | undefined {
    const child = this.at(field);
    return child.#expect(typeof child.value === 'boolean', 'true or false') ? (child.value as boolean) : undefined;
  }

  /**
   * The calendar date of a FHIR date, dateTime or instant, as written: the clock and the zone are left out and nothing
   * is converted, because the person lived that day by that clock.
   */
  date(field: string): PartialDate | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const date = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T.*)?$/.exec(text)?.[1];
    if (date !== undefined && Number(date.slice(0, 4)) > 0 && earliest(date) !== undefined) return date;
    this.at(field).doubt('a date such as 2026-03-01', 'The date was left out; look it up in the record.');
    return undefined;
  }

  note(problem: Problem): void {
    this.reading.notes.add(problem);
  }

  /** Says that this value was read, or left out, with a doubt. */
  doubt(expected: string, todo: string): void {
    this.note(warning(this.path, quote(this.value), expected, todo));
  }

  /** Whether the value is there and right; says so when it is there and wrong. */
  #expect(right: boolean, expected: string): boolean {
    if (this.value === undefined || this.value === null) return false;
    if (!right) this.doubt(expected, 'It was left out; ask the sender for valid FHIR R4.');
    return right;
  }
}

/** Whether a value is a JSON object (not null, not an array). */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
