/** Acute opioid withdrawal: a contraindication in the label, and a sign that an opioid was taken whatever the list says. */
import { assume, cite } from '../../domain/source.ts';
import { OPIOID_ANSWER_DAYS } from './answers.ts';
import { plainExamples } from './asked.ts';
import { conditionRule } from './conditionRule.ts';
import { condition } from './examples.ts';

export const opioidWithdrawal = conditionRule({
  id: 'opioid-withdrawal',
  title: 'Acute opioid withdrawal',
  sought: {
    icd10: ['F11.23', 'F11.13', 'F11.93'],
    words: /(opioid|opiate|heroin|methadone|morphine).{0,20}withdrawal|withdrawal.{0,20}(opioid|opiate|heroin)/i,
  },
  question: {
    text: 'In the last two weeks, after stopping or missing a medicine or drug, have you had sweats, gooseflesh, cramps, diarrhoea, a running nose and restlessness together?',
    why: 'This is how opioid withdrawal feels; naltrexone would make it severe within minutes.',
    rank: 14,
  },
  asked: 'always',
  daysBelieved: OPIOID_ANSWER_DAYS,
  level: 'never',
  says: 'must not start in acute opioid withdrawal. Find the opioid, treat the withdrawal, and count the opioid-free days from the last dose; a urine drug screen helps.',
  absent: 'No sign of opioid withdrawal.',
  sources: [
    cite('label-revia', 'contraindication: acute opioid withdrawal'),
    assume('ICD-10-CM codes recalled; the signs asked for are recalled; the answer is believed for 7 days'),
  ],
  examples: [
    ...plainExamples('opioid-withdrawal', 'signs of withdrawal', { presence: 'present', blocks: 'never' }),
    {
      says: 'a record of opioid withdrawal blocks',
      patient: { conditions: [condition('Opioid withdrawal (disorder)')] },
      expect: { presence: 'present', blocks: 'never' },
    },
  ],
});
