/** Breast-feeding: about one percent of the dose reaches the child. No reason to stop; a decision for the two and their doctor. */
import type { Question } from '../../domain/result.ts';
import { assume, cite } from '../../domain/source.ts';
import { MONTH_DAYS, yesNo } from './answers.ts';
import { cannotBePregnant } from './childbearing.ts';
import { EXAMPLE_DAY, finding, speaker, type Rule } from './rule.ts';
import { toWeigh, weighedExample } from './weighed.ts';

const sources = [
  cite('lactmed', 'naltrexone is no reason to stop breast-feeding'),
  cite('chan-2004', 'relative infant dose about 1 %, one mother, 50 mg'),
  assume('asked from 12 to 55 years; an answer holds for 30 days'),
];
const say = speaker('lactation', sources);

const QUESTION: Question = {
  id: 'lactation',
  text: 'Are you breast-feeding?',
  why: 'A little naltrexone passes into milk, and whoever breast-feeds decides with that knowledge.',
  kind: 'yes-no',
  rank: 35,
};
const example = { answers: { lactation: { value: true, on: EXAMPLE_DAY } } };

export const lactation: Rule = {
  id: 'lactation',
  title: 'Breast-feeding',
  question: QUESTION,
  sources,
  find(patient, context) {
    const reply = yesNo(patient, QUESTION.id, context.today, MONTH_DAYS);
    if (reply.state === 'yes')
      return toWeigh(patient, context, {
        rule: 'lactation',
        say,
        says: 'Breast-feeding: about 1 % of the weight-adjusted dose reached one child at 50 mg. Not a reason to stop either; decide together, and watch the child for unusual sleepiness.',
        asks: 'Have you and the person decided to go on while breast-feeding?',
        evidence: reply.evidence,
        rank: QUESTION.rank,
      });
    const cannot = cannotBePregnant(patient, context.today);
    if (cannot !== undefined) return finding(say.absent(`Breast-feeding is not asked about. ${cannot}`));
    if (reply.state === 'no') return finding(say.absent('Asked: not breast-feeding.', reply.evidence));
    return finding(say.ask(`Breast-feeding: not known. ${reply.why}`, reply.evidence), QUESTION);
  },
  examples: [
    { says: 'breast-feeding is decided together', patient: example, expect: { presence: 'present', blocks: 'ask' } },
    weighedExample('lactation', example),
    { says: 'a man is not asked', patient: { sex: 'male' }, expect: { presence: 'absent', blocks: 'no' } },
    { says: 'not asked', patient: { sex: 'female' }, expect: { presence: 'unknown', blocks: 'ask' } },
  ],
};
