/**
 * What an operation is, and how one is carried out: the input is checked whole, the job runs as a pure function of the
 * input and the stated date, and the answer leaves with its reasons, its problems and what it was computed from.
 */
import { z } from 'zod';
import { isIsoDate, type IsoDate } from '../domain/dates.ts';
import { hashOf } from '../domain/hash.ts';
import { error, quote, type Problem } from '../domain/problem.ts';
import type { From, Reason, Result } from '../domain/result.ts';
import type { CodeTable } from '../knowledge/drugs/codeTable.ts';
import { KNOWLEDGE_HASH, PRODUCT } from './version.ts';

/** What a job may know beside its input. There is no clock: the caller says which day it is. */
export interface Circumstances {
  readonly today: IsoDate;
  /** A larger table of product codes that the clinic has loaded. */
  readonly table?: CodeTable;
}

/** What a job hands back; `extra` stands beside the answer in the result (a date, questions). */
export interface Outcome<Answer> {
  readonly answer: Answer;
  readonly because: readonly Reason[];
  readonly problems: readonly Problem[];
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** What a face hands over as the main argument of an operation. */
export type Takes = 'nothing' | 'record' | 'text' | 'order';

export interface Operation<Input = unknown, Answer = unknown> {
  /** Verb on the command line, last part of the HTTP route. */
  readonly name: string;
  /** One sentence for help, manual and API description. */
  readonly sentence: string;
  readonly takes: Takes;
  readonly input: z.ZodType<Input>;
  /** An input that gives an answer, for the manual and for the test that calls every operation. */
  readonly example: Readonly<Record<string, unknown>>;
  run(input: Input, circumstances: Circumstances): Outcome<Answer>;
  /** The result as lines for a reader at a terminal; called only when there is an answer. */
  inWords(result: Answered<Answer>): readonly string[];
}

/** A result that has an answer, with what stands beside it. */
export type Answered<Answer> = Result<Answer> & Readonly<Record<string, unknown>>;

/** Result as it leaves: `answer` is null when the input could not be used, and `problems` says why. */
export type Envelope<Answer = unknown> = Result<Answer | null> & Readonly<Record<string, unknown>>;

/**
 * Carries out one operation on unchecked input.
 * @throws RangeError when `circumstances.today` is not a date: the caller's mistake
 */
export function perform<Input, Answer>(
  operation: Operation<Input, Answer>,
  input: unknown,
  circumstances: Circumstances,
): Envelope<Answer> {
  if (!isIsoDate(circumstances.today)) throw new RangeError(`today is ${quote(circumstances.today)}, not a date`);
  const checked = operation.input.safeParse(input);
  if (!checked.success) {
    const problems = checked.error.issues.map((issue) => problemOf(issue, input));
    return { answer: null, because: [], from: fromOf(operation.name, input, circumstances), problems };
  }
  const { answer, because, problems, extra } = operation.run(checked.data, circumstances);
  return { answer, ...extra, because, from: fromOf(operation.name, checked.data, circumstances), problems };
}

function fromOf(operation: string, input: unknown, { today, table }: Circumstances): From {
  const tables = table === undefined ? {} : { table: `${table.name}, ${table.rows.size} codes` };
  return { product: PRODUCT, operation, input: hashOf(input ?? null), knowledge: KNOWLEDGE_HASH, today, ...tables };
}

function problemOf(issue: z.core.$ZodIssue, input: unknown): Problem {
  const path = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  const at = path.replace(/^\./, '') || 'input';
  if (issue.code === 'unrecognized_keys')
    return error(
      at,
      `the field ${issue.keys.map((key) => quote(key)).join(', ')}`,
      'only the fields of this form',
      'Remove it or correct its name; nothing is dropped in silence.',
    );
  const found = quote(
    issue.path.reduce<unknown>(
      (value, part) => (value as Record<PropertyKey, unknown> | null | undefined)?.[part],
      input,
    ),
  );
  return error(at, found, expectedBy(issue), 'Correct this field and send it again.');
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object with its fields',
  record: 'an object with its fields',
  array: 'a list',
};

/** What a schema wanted, in words. */
function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.join(', ')}`;
    case 'too_small':
      return `at least ${issue.minimum}${measureOf(issue.origin)}`;
    case 'too_big':
      return `at most ${issue.maximum}${measureOf(issue.origin)}`;
    case 'invalid_union':
      return 'one of the forms that the manual lists';
    default:
      return issue.message;
  }
}

const measureOf = (origin: string): string =>
  origin === 'string' ? ' characters' : origin === 'array' ? ' entries' : '';
