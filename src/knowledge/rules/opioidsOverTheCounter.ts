/** Opioids that hide in medicines for cough, colds, diarrhoea and eyes, and in codeine tablets sold without prescription. */
import { assume, cite } from '../../domain/source.ts';
import { OPIOID_ANSWER_DAYS } from './answers.ts';
import { asked, opioidTold, plainExamples } from './asked.ts';

const DAYS = 10;
const sources = [
  cite(
    'label-revia',
    'opioid cough, cold and antidiarrhoeal medicines; at least 7 to 10 days free of short-acting opioids',
  ),
  assume('codeine is the usual one among them, so 10 days are counted; the answer is believed for 7 days'),
];

export const opioidsOverTheCounter = asked({
  id: 'opioids-over-the-counter',
  title: 'An opioid in a cough, cold, diarrhoea or eye medicine',
  question: {
    text: 'In the last 14 days, have you taken a cough syrup, cold medicine, pain tablet from the shop, eye drop or medicine for diarrhoea that may have codeine, dihydrocodeine, ethylmorphine, opium, loperamide or diphenoxylate in it? If yes, on which day last?',
    why: 'Such medicines are bought without prescription and stand in no record.',
    rank: 12,
  },
  daysBelieved: OPIOID_ANSWER_DAYS,
  ifYes: opioidTold('opioids-over-the-counter', 'a medicine with an opioid in it was taken', DAYS, sources),
  ifNo: 'Asked: no cough, cold, diarrhoea or eye medicine with an opioid in the last 14 days.',
  sources,
  examples: plainExamples('opioids-over-the-counter', 'codeine in a cough syrup', {
    presence: 'present',
    blocks: 'never',
  }),
});
