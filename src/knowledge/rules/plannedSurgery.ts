/**
 * An operation or procedure that may need an opioid. The default is 72 hours without LDN before it; a start that would have to be
 * undone within two weeks waits until after it, and until the opioids given there are gone.
 */
import { addDays, daysBetween, inWords, isIsoDate, type IsoDate } from '../../domain/dates.ts';
import type { Patient, Procedure } from '../../domain/patient.ts';
import type { Evidence, Question } from '../../domain/result.ts';
import { assume, cite } from '../../domain/source.ts';
import { lastPossible, MONTH_DAYS, yesNo } from './answers.ts';
import { textOf } from './conditions.ts';
import { EXAMPLE_DAY, finding, speaker, type Finding, type Rule } from './rule.ts';
import { BELIEVED_DAYS } from './use.ts';

/** Days without LDN before an operation: 72 hours. */
const STOP_DAYS_BEFORE = 3;
/** Days without the last opioid given there before a start: the longer end of 7 to 10. */
const DAYS_AFTER = 10;
/** Assumed: a start so close to an operation would only be undone. */
const TOO_CLOSE_DAYS = 14;

const sources = [
  cite('spaqi-2021', 'oral naltrexone held 2 to 3 days before an operation'),
  cite('australasian-anaesthesia-2023', '3 days'),
  assume(
    '72 hours for LDN is derived from the slow brain compartment; shorter only by the anaesthetist; no start in the 14 days before',
  ),
];
const say = speaker('planned-surgery', sources);

const QUESTION: Question = {
  id: 'planned-surgery',
  text: 'Is an operation, dental treatment or examination planned at which you may get strong pain medicine? If yes, on which day?',
  why: 'LDN must be stopped before, and opioids given there must be gone before a start.',
  kind: 'yes-no',
  rank: 22,
};

const nameOf = ({ what }: Procedure): string => textOf(what) || 'a procedure without a name';

function dated(name: string, day: IsoDate, today: IsoDate, evidence: readonly Evidence[]): Finding {
  const stop = addDays(day, -STOP_DAYS_BEFORE);
  const free = addDays(day, DAYS_AFTER);
  if (daysBetween(today, day) > TOO_CLOSE_DAYS)
    return finding(
      say.caution(
        `${name} on ${inWords(day)}: last LDN on ${inWords(addDays(stop, -1))} at the latest (72 hours without; only the anaesthetist may shorten it), tell the anaesthetist, carry the card. After it, start again ${DAYS_AFTER} days after the last opioid.`,
        evidence,
      ),
    );
  return finding(
    say.until(
      free,
      `${name} on ${inWords(day)}: do not start before it. If opioids are given only on that day, may start on ${inWords(free)}, ${DAYS_AFTER} days after the last one.`,
      evidence,
    ),
  );
}

const ahead = (patient: Patient, today: IsoDate): readonly Procedure[] =>
  (patient.procedures ?? []).filter(({ status, date }) => {
    if (status === 'in-progress') return true;
    const isPast = date !== undefined && (lastPossible(date, today) ?? today) < today;
    const isLongPast = isPast && daysBetween(lastPossible(date, today) ?? today, today) > BELIEVED_DAYS;
    return status === 'planned' && !isLongPast;
  });

export const plannedSurgery: Rule = {
  id: 'planned-surgery',
  title: 'A planned operation or procedure',
  question: QUESTION,
  sources,
  find(patient, { today }) {
    const planned = ahead(patient, today);
    const reply = yesNo(patient, QUESTION.id, today, MONTH_DAYS);
    const evidence = [
      ...planned.map((each) => ({
        from: each.from,
        text: `${nameOf(each)} (${each.status})`,
        ...(each.date && { date: each.date }),
      })),
      ...reply.evidence,
    ];
    const told = reply.state === 'yes' ? reply.answer.date : undefined;
    const days = planned.flatMap(({ date }) => (date !== undefined && isIsoDate(date) && date >= today ? [date] : []));
    const isUndated = planned.length > days.length;
    const next = [...days, ...(told !== undefined && isIsoDate(told) ? [told] : [])].toSorted()[0];
    const name = planned.length === 0 ? 'The planned operation' : planned.map(nameOf).join(', ');
    if (next !== undefined && !isUndated) return dated(name, next, today, evidence);
    if (planned.length > 0 || reply.state === 'yes')
      return finding(
        say.decide(
          `${name}: the day is not known, or it has passed while the record still has it as planned. Ask for the day; whether opioids will be or were given; LDN stops 72 hours before.`,
          evidence,
        ),
        { ...QUESTION, why: `${name} has no day that can be used.` },
      );
    if (reply.state === 'no') return finding(say.absent('Asked: no operation or procedure is planned.', evidence));
    return finding(say.ask(`Planned operation: not known. ${reply.why}`, evidence), QUESTION);
  },
  examples: [
    {
      says: 'an operation in nine days: start ten days after it',
      patient: {
        procedures: [
          { what: { codings: [], text: 'Knee replacement' }, status: 'planned', date: '2027-03-10', from: 'p' },
        ],
      },
      expect: { presence: 'present', blocks: 'until', date: '2027-03-20' },
    },
    {
      says: 'an operation in three months is told',
      patient: { answers: { 'planned-surgery': { value: true, on: EXAMPLE_DAY, date: '2027-06-01' } } },
      expect: { presence: 'present', blocks: 'no' },
    },
    {
      says: 'an operation without a day',
      patient: { answers: { 'planned-surgery': { value: 'yes', on: EXAMPLE_DAY } } },
      expect: { presence: 'present', blocks: 'ask' },
    },
    { says: 'not asked', patient: {}, expect: { presence: 'unknown', blocks: 'ask' } },
    {
      says: 'none planned',
      patient: { answers: { 'planned-surgery': { value: 'no', on: EXAMPLE_DAY } } },
      expect: { presence: 'absent', blocks: 'no' },
    },
  ],
};
