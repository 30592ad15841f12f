/**
 * The safety gate: may this person start low-dose naltrexone today? Every rule speaks, whatever the answer; the most blocking
 * reason decides (must not > ask > wait > may start), and unknown blocks.
 */
import type { IsoDate } from '../domain/dates.ts';
import type { Patient } from '../domain/patient.ts';
import type { Question, Reason } from '../domain/result.ts';
import type { CodeTable } from '../knowledge/drugs/codeTable.ts';
import { RULES } from '../knowledge/rules/index.ts';
import { byWeight, contextOf } from '../knowledge/rules/rule.ts';
import { assess } from './assess.ts';

export interface Screening {
  readonly answer: 'may-start' | 'wait' | 'ask' | 'must-not';
  /** The first day on which no known wait blocks any more; with `wait`, and with `ask` or `must-not` when a wait is known too. */
  readonly date?: IsoDate;
  /** What must be asked, the most decisive first. */
  readonly questions: readonly Question[];
  /** Every reason of every rule, the blocking ones first. */
  readonly because: readonly Reason[];
}

export interface ScreenInput {
  readonly patient: Patient;
  /** The date the caller says it is. */
  readonly today: IsoDate;
  /** A table of product codes that the clinic has loaded. */
  readonly table?: CodeTable;
}

/** Screens one person, for safety by the rules and for the depressive episode by `assess`. */
export function screen({ patient, today, table }: ScreenInput): Screening {
  const context = contextOf(patient, today, table);
  const found = [...RULES.map((rule) => rule.find(patient, context)), assess(patient, today, table, context)];
  const because = found.flatMap(({ reasons }) => reasons).toSorted(byWeight);
  const date = latestWait(because);
  return {
    answer: answerOf(because),
    ...(date === undefined ? {} : { date }),
    questions: inOrder(found.flatMap(({ questions }) => questions)),
    because,
  };
}

/** Every question that can be asked before there is a record, for a form. */
export const SCREENING_QUESTIONS: readonly Question[] = inOrder(RULES.flatMap(({ question }) => question ?? []));

function answerOf(because: readonly Reason[]): Screening['answer'] {
  if (because.some(({ blocks }) => blocks === 'never')) return 'must-not';
  if (because.some(({ blocks }) => blocks === 'ask')) return 'ask';
  return because.some(({ blocks }) => blocks === 'until') ? 'wait' : 'may-start';
}

const latestWait = (because: readonly Reason[]): IsoDate | undefined =>
  because
    .flatMap(({ blocks, date }) => (blocks === 'until' && date !== undefined ? [date] : []))
    .toSorted()
    .at(-1);

/** By rank, each question once; where two reasons ask the same, both say why. */
function inOrder(questions: readonly Question[]): readonly Question[] {
  const byId = new Map<string, Question>();
  for (const question of questions) {
    const same = byId.get(question.id);
    const why = same === undefined || same.why.includes(question.why) ? question.why : `${same.why} ${question.why}`;
    const rank = Math.min(question.rank, same?.rank ?? question.rank);
    byId.set(question.id, { ...question, rank, why: same?.why.includes(question.why) ? same.why : why });
  }
  return [...byId.values()].toSorted((a, b) => a.rank - b.rank || a.id.localeCompare(b.id));
}
