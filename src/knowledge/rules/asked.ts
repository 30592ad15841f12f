/**
 * A rule that rests on one direct question, asked of everybody: a record cannot answer it. No answer, or one that is too old,
 * blocks the start.
 */
import { addDays, inWords, type IsoDate } from '../../domain/dates.ts';
import type { Question, Reason } from '../../domain/result.ts';
import type { Source } from '../../domain/source.ts';
import { lastPossible, yesNo, type Reply } from './answers.ts';
import { EXAMPLE_DAY, finding, speaker, type Example, type Rule } from './rule.ts';

export interface Asked {
  readonly id: string;
  readonly title: string;
  readonly question: Omit<Question, 'id' | 'kind'>;
  /** How long an answer is believed; assumed, with the reason in `sources`. */
  readonly daysBelieved: number;
  readonly ifYes: (reply: Extract<Reply, { state: 'yes' | 'no' }>, today: IsoDate) => Reason;
  /** The sentence when the answer is no. */
  readonly ifNo: string;
  readonly sources: readonly Source[];
  readonly examples: readonly Example[];
}

export function asked(rule: Asked): Rule {
  const say = speaker(rule.id, rule.sources);
  const question: Question = { id: rule.id, kind: 'yes-no', ...rule.question };
  return {
    id: rule.id,
    title: rule.title,
    question,
    sources: rule.sources,
    examples: rule.examples,
    find(patient, { today }) {
      const reply = yesNo(patient, rule.id, today, rule.daysBelieved);
      if (reply.state === 'missing')
        return finding(say.ask(`${rule.title}: not known. ${reply.why}`, reply.evidence), {
          ...question,
          why: `${reply.why} ${question.why}`,
        });
      return finding(reply.state === 'yes' ? rule.ifYes(reply, today) : say.absent(rule.ifNo, reply.evidence));
    },
  };
}

/**
 * What follows from a yes to "did you take ...": a date when the last day is known, a block until it is given otherwise.
 * @param days days without it, counted from the last day
 */
export function opioidTold(rule: string, what: string, days: number, sources: readonly Source[]): Asked['ifYes'] {
  const say = speaker(rule, sources);
  return (reply, today) => {
    const last = reply.answer.date === undefined ? undefined : lastPossible(reply.answer.date, today);
    if (last === undefined)
      return say.never(
        `Must not start: ${what} within the asked time, and the last day is not known. Naltrexone would block it and can bring on withdrawal. Ask for the last day; ${days} days without it come first.`,
        reply.evidence,
      );
    const free = addDays(last, days);
    if (free <= today)
      return say.absent(`${capital(what)} last on ${inWords(last)}; ${days} days have passed since.`, reply.evidence);
    return say.until(
      free,
      `${capital(what)}, last on ${inWords(last)}. ${days} days without it: may start on ${inWords(free)} if nothing more is taken.`,
      reply.evidence,
    );
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The three plain examples of a yes-no question: no, yes without more, and not asked. */
export const plainExamples = (id: string, what: string, ifYes: Example['expect']): readonly Example[] => [
  {
    says: `${what}: yes`,
    patient: { answers: { [id]: { value: true, on: EXAMPLE_DAY } } },
    expect: ifYes,
  },
  {
    says: `${what}: no`,
    patient: { answers: { [id]: { value: false, on: EXAMPLE_DAY } } },
    expect: { presence: 'absent', blocks: 'no' },
  },
  { says: `${what}: not asked`, patient: {}, expect: { presence: 'unknown', blocks: 'ask' } },
  {
    says: `${what}: an answer of a year and a half ago counts no longer`,
    patient: { answers: { [id]: { value: false, on: '2025-09-01' } } },
    expect: { presence: 'unknown', blocks: 'ask' },
  },
];
