/** A naloxone challenge that brought on withdrawal: an opioid is in the body, whatever was told. Only a clinician gives it. */
import { addDays, inWords } from '../../domain/dates.ts';
import { assume, cite } from '../../domain/source.ts';
import { lastPossible, OPIOID_ANSWER_DAYS, yesNo } from './answers.ts';
import { textOf } from './conditions.ts';
import { EXAMPLE_DAY, finding, speaker, type Rule } from './rule.ts';

const FAILED = /naloxone.{0,20}challenge/i;
const POSITIVE = /\b(fail|pos|withdrawal|present|abnormal)/i;
/** Assumed: as long after a failed challenge as after a long-acting opioid. */
const WAIT_DAYS = 14;

const sources = [
  cite(
    'label-revia',
    'contraindication: failed naloxone challenge; challenge 0.2 mg then 0.6 mg intravenously, or 0.8 mg subcutaneously',
  ),
  assume('the challenge is repeated 14 days later at the earliest'),
];
const say = speaker('naloxone-challenge', sources);

export const naloxoneChallenge: Rule = {
  id: 'naloxone-challenge',
  title: 'A failed naloxone challenge',
  sources,
  find(patient, { today }) {
    const tests = (patient.measurements ?? []).filter(
      ({ what, status }) => status !== 'cancelled' && FAILED.test(textOf(what)),
    );
    const failed = tests.filter(({ word = '' }) => POSITIVE.test(word));
    const recent = failed.filter(
      ({ date }) => date === undefined || addDays(lastPossible(date, today) ?? today, WAIT_DAYS) > today,
    );
    const told = yesNo(patient, 'naloxone-challenge-failed', today, OPIOID_ANSWER_DAYS);
    const evidence = [
      ...recent.map(({ from, what, word, date }) => ({
        from,
        text: `${textOf(what)}: ${word}`,
        ...(date && { date }),
      })),
      ...told.evidence,
    ];
    if (recent.length > 0 || told.state === 'yes') {
      const when = recent[0]?.date === undefined ? '' : ` on ${inWords(recent[0].date)}`;
      return finding(
        say.never(
          `Must not start: the naloxone challenge${when} brought on withdrawal. Find the opioid; repeat the challenge when ${WAIT_DAYS} days without it have passed.`,
          evidence,
        ),
      );
    }
    if (tests.length > 0 || told.state === 'no')
      return finding(say.absent('No naloxone challenge failed in the last two weeks.', evidence));
    return finding(
      say.open(
        'No naloxone challenge is on record. It is needed only where opioid use stays doubtful after questions and a urine screen, and only a clinician gives it.',
      ),
    );
  },
  examples: [
    {
      says: 'a challenge that brought on withdrawal blocks',
      patient: { answers: { 'naloxone-challenge-failed': { value: true, on: EXAMPLE_DAY } } },
      expect: { presence: 'present', blocks: 'never' },
    },
    {
      says: 'a challenge without withdrawal passes',
      patient: { answers: { 'naloxone-challenge-failed': { value: false, on: EXAMPLE_DAY } } },
      expect: { presence: 'absent', blocks: 'no' },
    },
    { says: 'no challenge is needed by default', patient: {}, expect: { presence: 'unknown', blocks: 'no' } },
  ],
};
