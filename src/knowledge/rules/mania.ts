/** Bipolar disorder or a mania in the past: no evidence for LDN, and another treatment is due. Problem lists often miss it. */
import { assume } from '../../domain/source.ts';
import { YEAR_DAYS } from './answers.ts';
import { plainExamples } from './asked.ts';
import { conditionRule } from './conditionRule.ts';
import { condition } from './examples.ts';
import { weighedExample } from './weighed.ts';

const example = { conditions: [condition('Bipolar II disorder')] };

export const mania = conditionRule({
  id: 'mania',
  questionId: 'dsm.ever-manic',
  title: 'Bipolar disorder or a mania',
  sought: {
    lifelong: true,
    icd10: ['F30', 'F31'],
    snomed: ['13746004'],
    words: /bipolar|manic|mania\b|hypomani|cyclothym/i,
    except: /no mania/i,
  },
  question: {
    text: 'Was there ever a time of days with unusually high or irritable mood, much energy and little need of sleep?',
    why: 'A mania makes it another illness, and problem lists often do not have it.',
    rank: 25,
  },
  asked: 'always',
  daysBelieved: YEAR_DAYS,
  level: 'weigh',
  says: 'there is no evidence for LDN in bipolar illness. Refer to a psychiatrist; a mood stabiliser comes first.',
  asks: 'Has a psychiatrist assessed this and agreed to LDN?',
  absent: 'No bipolar disorder and no mania.',
  sources: [
    assume('no trial of LDN in bipolar depression is known; screen and refer is recalled; codes recalled; a year'),
  ],
  examples: [
    ...plainExamples('dsm.ever-manic', 'a mania', { presence: 'present', blocks: 'ask' }),
    { says: 'bipolar disorder is referred', patient: example, expect: { presence: 'present', blocks: 'ask' } },
    weighedExample('mania', example),
    {
      says: 'a problem list that is silent is not believed',
      patient: { conditions: [] },
      expect: { presence: 'unknown', blocks: 'ask' },
    },
  ],
});
