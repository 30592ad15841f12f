/** Alcohol: naltrexone at full dose lowers intake; at low dose nothing is known. Heavy drinking is told, because of liver and mood. */
import { assume } from '../../domain/source.ts';
import { YEAR_DAYS } from './answers.ts';
import { conditionRule } from './conditionRule.ts';
import { condition } from './examples.ts';
import { EXAMPLE_DAY } from './rule.ts';

export const alcohol = conditionRule({
  id: 'alcohol',
  title: 'Heavy drinking',
  sought: {
    icd10: ['F10'],
    snomed: ['7200002'],
    words: /alcohol(ism|ic)?\b.{0,20}(use disorder|abuse|dependen|misuse)|alcoholism|heavy drink/i,
  },
  question: {
    text: 'Do you drink more than two glasses of alcohol on most days?',
    why: 'Alcohol acts on the liver and on mood; naltrexone may change the wish to drink.',
    rank: 58,
  },
  asked: 'without a list',
  daysBelieved: YEAR_DAYS,
  level: 'tell',
  says: 'no trial of LDN in drinkers is known. At full dose naltrexone lowers the wish to drink; treat the drinking with a licensed dose if that is the aim, and watch the liver.',
  absent: 'No alcohol use disorder.',
  sources: [assume('effect on intake and the threshold of two glasses are recalled; codes recalled')],
  examples: [
    {
      says: 'alcoholism',
      patient: { conditions: [condition('Alcoholism')] },
      expect: { presence: 'present', blocks: 'no' },
    },
    { says: 'not on the list', patient: { conditions: [] }, expect: { presence: 'absent', blocks: 'no' } },
    {
      says: 'asked: no',
      patient: { answers: { alcohol: { value: false, on: EXAMPLE_DAY } } },
      expect: { presence: 'absent', blocks: 'no' },
    },
    { says: 'not known, and no reason to wait', patient: {}, expect: { presence: 'unknown', blocks: 'no' } },
  ],
});
