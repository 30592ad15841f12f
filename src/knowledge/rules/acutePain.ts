/** Acute pain that may need an opioid soon: a fresh injury, a stone, a crisis. */
import { assume, cite } from '../../domain/source.ts';
import { OPIOID_ANSWER_DAYS } from './answers.ts';
import { asked, plainExamples } from './asked.ts';
import { speaker } from './rule.ts';

const sources = [
  cite('label-revia', 'naltrexone blocks opioid analgesia; wallet card'),
  assume(
    'a start waits until the pain needs no opioid, and other methods come first: derived; the answer is believed for 7 days',
  ),
];
const say = speaker('acute-pain', sources);

export const acutePain = asked({
  id: 'acute-pain',
  title: 'Acute pain that may need an opioid',
  question: {
    text: 'Do you have a fresh injury, a stone, a toothache or another strong pain now for which you may need strong pain medicine in the next days?',
    why: 'LDN takes away the effect of opioid pain medicine.',
    rank: 23,
  },
  daysBelieved: OPIOID_ANSWER_DAYS,
  ifYes: (reply) =>
    say.decide(
      'Acute pain that may need an opioid: do not start until it has passed. Non-opioid and regional methods first; ask again when the pain has gone.',
      reply.evidence,
    ),
  ifNo: 'Asked: no acute pain that may need an opioid.',
  sources,
  examples: plainExamples('acute-pain', 'acute pain', { presence: 'present', blocks: 'ask' }),
});
