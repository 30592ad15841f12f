/** A person who reacts to very small doses of medicines: nobody need be asked before a start, but the plan should know. */
import { assume } from '../../domain/source.ts';
import { YEAR_DAYS, yesNo } from './answers.ts';
import { EXAMPLE_DAY, finding, speaker, type Rule } from './rule.ts';

const sources = [
  assume('convention: 0.5 mg steps every two weeks for people who react to small doses; an answer holds for a year'),
];
const say = speaker('sensitive', sources);

export const sensitive: Rule = {
  id: 'sensitive',
  title: 'Reacts to small doses',
  question: {
    id: 'sensitive',
    text: 'Do you often have strong effects or side effects from very small doses of medicines?',
    why: 'Then a smaller first dose and slower steps are recommended.',
    kind: 'yes-no',
    rank: 60,
  },
  sources,
  find(patient, { today }) {
    const reply = yesNo(patient, 'sensitive', today, YEAR_DAYS);
    if (reply.state === 'missing')
      return finding(say.open('Whether this person reacts to small doses: not known.', reply.evidence));
    if (reply.state === 'no') return finding(say.absent('Does not react to small doses.', reply.evidence));
    return finding(
      say.caution(
        'Reacts to small doses: begin with 0.5 mg and step by 0.5 mg every two weeks. This is a convention; no trial tested it.',
        reply.evidence,
      ),
    );
  },
  examples: [
    {
      says: 'told of strong effects',
      patient: { answers: { sensitive: { value: true, on: EXAMPLE_DAY } } },
      expect: { presence: 'present', blocks: 'no' },
    },
    {
      says: 'told of none',
      patient: { answers: { sensitive: { value: false, on: EXAMPLE_DAY } } },
      expect: { presence: 'absent', blocks: 'no' },
    },
    { says: 'not asked, and no reason to wait', patient: {}, expect: { presence: 'unknown', blocks: 'no' } },
  ],
};
