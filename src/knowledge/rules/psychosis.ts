/** Psychosis: no evidence for LDN, and another treatment is due. */
import { assume } from '../../domain/source.ts';
import { YEAR_DAYS } from './answers.ts';
import { plainExamples } from './asked.ts';
import { conditionRule } from './conditionRule.ts';
import { condition } from './examples.ts';
import { weighedExample } from './weighed.ts';

const example = { conditions: [condition('Schizophrenia')] };

export const psychosis = conditionRule({
  id: 'psychosis',
  title: 'Psychosis',
  sought: {
    lifelong: true,
    icd10: ['F20', 'F22', 'F23', 'F25', 'F28', 'F29', 'F32.3', 'F33.3'],
    snomed: ['58214004'],
    words: /psychosis|psychotic|schizo|delusional/i,
    except: /without psychotic|non.?psychotic/i,
  },
  question: {
    text: 'Do you hear or see things that others do not, or has a doctor ever spoken of a psychosis?',
    why: 'A psychosis needs another treatment first, and the record has no list of conditions.',
    rank: 28,
  },
  asked: 'without a list',
  daysBelieved: YEAR_DAYS,
  level: 'weigh',
  says: 'there is no evidence for LDN in psychosis. Refer to a psychiatrist before anything is added.',
  asks: 'Has a psychiatrist assessed this and agreed to LDN?',
  absent: 'No psychosis.',
  sources: [
    assume('no trial of LDN in psychotic depression is known; screen and refer is recalled; codes recalled; a year'),
  ],
  examples: [
    ...plainExamples('psychosis', 'a psychosis', { presence: 'present', blocks: 'ask' }),
    { says: 'schizophrenia is referred', patient: example, expect: { presence: 'present', blocks: 'ask' } },
    weighedExample('psychosis', example),
    {
      says: 'severe depression without psychotic features is none',
      patient: { conditions: [condition('Major depression, severe, without psychotic features')] },
      expect: { presence: 'absent', blocks: 'no' },
    },
  ],
});
