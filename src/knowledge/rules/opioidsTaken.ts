/** Opioids of the last two weeks that a record may not know: another person's tablets, a dentist, an emergency room. */
import { assume, cite } from '../../domain/source.ts';
import { EXAMPLE_DAY } from './rule.ts';
import { OPIOID_ANSWER_DAYS } from './answers.ts';
import { asked, opioidTold, plainExamples } from './asked.ts';

const DAYS = 14;
const sources = [
  cite(
    'label-revia',
    'opioid-free interval before starting: at least 7 to 10 days, up to two weeks after long-acting opioids',
  ),
  assume('which opioid it was is not known from a yes, so 14 days are counted; the answer is believed for 7 days'),
];

export const opioidsTaken = asked({
  id: 'opioids-taken',
  title: 'Any opioid in the last two weeks',
  question: {
    text: 'In the last 14 days, have you taken or been given any opioid pain medicine (for example codeine, tramadol, hydrocodone, oxycodone, morphine, fentanyl, also a patch), even once, at a dentist or in hospital, or from another person? If yes, on which day last?',
    why: 'One opioid tablet in the body makes the first dose of naltrexone dangerous, and records do not know all of them.',
    rank: 10,
  },
  daysBelieved: OPIOID_ANSWER_DAYS,
  ifYes: opioidTold('opioids-taken', 'an opioid was taken', DAYS, sources),
  ifNo: 'Asked: no opioid in the last 14 days.',
  sources,
  examples: [
    ...plainExamples('opioids-taken', 'an opioid in the last two weeks', { presence: 'present', blocks: 'never' }),
    {
      says: 'an opioid last taken on 20 February: fourteen days later',
      patient: { answers: { 'opioids-taken': { value: true, on: EXAMPLE_DAY, date: '2027-02-20' } } },
      expect: { presence: 'present', blocks: 'until', date: '2027-03-06' },
    },
    {
      says: 'an answer of ten days ago counts no longer',
      patient: { answers: { 'opioids-taken': { value: false, on: '2027-02-19' } } },
      expect: { presence: 'unknown', blocks: 'ask' },
    },
  ],
});
