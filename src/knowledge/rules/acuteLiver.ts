/** Acute hepatitis and liver failure: no longer in the US label, still a block here, because nothing is lost by waiting. */
import { assume, cite } from '../../domain/source.ts';
import { YEAR_DAYS } from './answers.ts';
import { plainExamples } from './asked.ts';
import { conditionRule } from './conditionRule.ts';
import { condition } from './examples.ts';

export const acuteLiver = conditionRule({
  id: 'acute-liver-disease',
  title: 'Acute hepatitis or liver failure',
  sought: {
    icd10: ['B15', 'B16', 'B17', 'K72', 'K70.4', 'K71.1', 'K71.2'],
    words:
      /acute (viral |alcoholic |drug.induced |toxic )?hepatitis|hepatic failure|liver failure|hepatic encephalopathy|decompensated (liver )?cirrhosis|fulminant hepatitis/i,
  },
  question: {
    text: 'Do you have an inflamed or failing liver now, or have your eyes or skin turned yellow in the last months?',
    why: 'Naltrexone passes through the liver, and the record has no list of conditions.',
    rank: 24,
  },
  asked: 'without a list',
  daysBelieved: YEAR_DAYS,
  level: 'never',
  says: 'must not start in acute hepatitis or liver failure. Treat the liver first; when ALT and AST are below 3 times the upper limit, screen again.',
  absent: 'No acute hepatitis or liver failure.',
  sources: [
    cite('medwatch-2013', 'the boxed warning on the liver was removed in 2013'),
    assume('still blocked here, as in older US and UK labels; ICD-10 codes recalled; an answer holds for a year'),
  ],
  examples: [
    ...plainExamples('acute-liver-disease', 'liver failure', { presence: 'present', blocks: 'never' }),
    {
      says: 'acute hepatitis on the list blocks',
      patient: { conditions: [condition('Acute hepatitis B')] },
      expect: { presence: 'present', blocks: 'never' },
    },
    {
      says: 'a hepatitis of the past does not',
      patient: { conditions: [condition('Acute hepatitis A', { status: 'resolved' })] },
      expect: { presence: 'absent', blocks: 'no' },
    },
  ],
});
