/**
 * Reads a titration schedule as a person writes it, in English, and says what is wrong with it: days without a dose or
 * with two, jumps, amounts that may be ten times too large, dangerous ways of writing, a quantity that does not fit, and
 * a missing way back. What it cannot read it names; it never passes over a word in silence. It proposes no dose.
 */
import type { Micrograms } from '../domain/amount.ts';
import { isIsoDate, type IsoDate } from '../domain/dates.ts';
import { error, quote, type Problem } from '../domain/problem.ts';
import type { Source } from '../domain/source.ts';
import { placeRows, type ScheduleRow } from './lint/days.ts';
import type { Read, Slip } from './lint/facts.ts';
import { findingsOf } from './lint/findings.ts';
import { read } from './lint/read.ts';
import { rowsOf, type WrittenRow } from './lint/rows.ts';
import { ruleOf } from './lint/rules.ts';

export { LINT_RULES, type LintRule } from './lint/rules.ts';
export type { ScheduleRow } from './lint/days.ts';

export interface LintOptions {
  /** Date of the first night, so that days can be named by date and dates without a year understood. */
  readonly start?: IsoDate;
  /** Micrograms in one capsule (or one millilitre), when the text does not say it. */
  readonly strengthUg?: Micrograms;
}

export interface LintFinding {
  /** Id of a rule in LINT_RULES. */
  readonly rule: string;
  readonly says: string;
  /** The line and the words: `line 1: "on day 22 three"`. */
  readonly where: string;
  readonly todo: string;
  readonly severity: 'error' | 'warning';
  readonly source: Source;
}

export interface Linted {
  /** The schedule as it was understood, in the order of its days. */
  readonly schedule: readonly ScheduleRow[];
  /** Errors first, then in the order of the text. */
  readonly findings: readonly LintFinding[];
  readonly problems: readonly Problem[];
}

/** The longest text that is read: a page of directions has some 3,000 characters. */
export const MOST_LINT_CHARACTERS = 20_000;

/** Reads a schedule and holds it against every rule of LINT_RULES. */
export function lint(text: string, options: LintOptions = {}): Linted {
  const problems = inputProblems(text, options);
  if (problems.length > 0) return { schedule: [], findings: [], problems };
  const { facts, slips } = read(text);
  const written = rowsOf(facts);
  const placed = placeRows(
    written.rows,
    options.start,
    options.strengthUg ?? strengthIn(facts) ?? strengthImplied(written.rows),
  );
  const frame = { rows: placed.rows, facts, ...(options.start ? { start: options.start } : {}) };
  const found = [...slips, ...written.slips, ...placed.slips, ...findingsOf(frame)].map(finding);
  return {
    schedule: placed.rows.toSorted((one, other) => one.fromDay - other.fromDay),
    findings: found.toSorted((one, other) => Number(other.severity === 'error') - Number(one.severity === 'error')),
    problems: [],
  };
}

/** The one strength that the text names; undefined when it names none, or several. */
function strengthIn(facts: readonly Read[]): Micrograms | undefined {
  const named = facts.flatMap((fact) =>
    fact.kind === 'strength' || fact.kind === 'units'
      ? [fact.strengthUg].filter((strengthUg) => strengthUg !== undefined)
      : [],
  );
  return new Set(named).size === 1 ? named[0] : undefined;
}

/** `1 mL (1 mg)`: what one unit holds follows where both are written, and in one proportion only. */
function strengthImplied(rows: readonly WrittenRow[]): Micrograms | undefined {
  const implied = rows
    .flatMap(({ doses }) => doses)
    .flatMap(({ amountUg, units }) => (amountUg === undefined || !units ? [] : [amountUg / units]));
  return new Set(implied).size === 1 && Number.isSafeInteger(implied[0]) ? implied[0] : undefined;
}

function finding({ rule: id, says, todo, words, line }: Slip): LintFinding {
  const rule = ruleOf(id);
  const where =
    words === '' ? `line ${line}` : `line ${line}: "${words.length <= 60 ? words : `${words.slice(0, 57)}...`}"`;
  return { rule: id, says, where, todo: todo ?? rule.todo, severity: rule.severity, source: rule.source };
}

function inputProblems(text: string, { start, strengthUg }: LintOptions): readonly Problem[] {
  const problems: Problem[] = [];
  if (text.trim() === '') problems.push(error('text', 'nothing', 'a schedule in words', 'Paste the directions.'));
  if (text.length > MOST_LINT_CHARACTERS)
    problems.push(
      error('text', `${text.length} characters`, `at most ${MOST_LINT_CHARACTERS}`, 'Paste only the directions.'),
    );
  if (start !== undefined && !isIsoDate(start))
    problems.push(error('start', quote(start), 'a date such as 2027-03-01', 'Give the date of the first night.'));
  if (strengthUg !== undefined && !(Number.isSafeInteger(strengthUg) && strengthUg > 0))
    problems.push(error('strengthUg', quote(strengthUg), 'whole micrograms above 0', 'Give what one capsule holds.'));
  return problems;
}
