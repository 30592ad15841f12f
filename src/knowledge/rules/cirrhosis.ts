/** Cirrhosis: the liver no longer takes most of a dose away, so that 4.5 mg acts like a tablet of 22 to 45 mg. */
import { assume, cite } from '../../domain/source.ts';
import { YEAR_DAYS } from './answers.ts';
import { plainExamples } from './asked.ts';
import { conditionRule } from './conditionRule.ts';
import { condition } from './examples.ts';
import { weighedExample } from './weighed.ts';

const example = { conditions: [condition('Cirrhosis of liver')] };

export const cirrhosis = conditionRule({
  id: 'cirrhosis',
  title: 'Cirrhosis of the liver',
  sought: {
    lifelong: true,
    icd10: ['K74.3', 'K74.4', 'K74.5', 'K74.6', 'K70.3'],
    snomed: ['19943007'],
    words: /cirrhosis/i,
    except: /decompensated/i,
  },
  question: {
    text: 'Has a doctor told you that you have cirrhosis (scarring) of the liver?',
    why: 'In cirrhosis five to ten times more naltrexone reaches the blood, and the record has no list of conditions.',
    rank: 26,
  },
  asked: 'without a list',
  daysBelieved: YEAR_DAYS,
  level: 'weigh',
  says: 'five to ten times more of an oral dose reaches the blood. Only with a liver specialist, beginning at 1 mg or less; not at all when the cirrhosis is decompensated.',
  asks: 'Has a liver specialist agreed, with a first dose of 1 mg or less?',
  absent: 'No cirrhosis.',
  sources: [
    cite('fachinfo-naltrexin', 'exposure 5 to 10 times higher in cirrhosis'),
    cite(
      'turncliff-2005',
      'no change after an injection in Child-Pugh A and B: what rises is what the first pass takes away',
    ),
    assume('first dose of 1 mg or less: derived from the exposure; codes recalled'),
  ],
  examples: [
    ...plainExamples('cirrhosis', 'cirrhosis', { presence: 'present', blocks: 'ask' }),
    { says: 'cirrhosis on the list', patient: example, expect: { presence: 'present', blocks: 'ask' } },
    weighedExample('cirrhosis', example),
  ],
});
