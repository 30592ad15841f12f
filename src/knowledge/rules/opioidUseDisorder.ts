/** Opioid use disorder: its treatment is an agonist more often than not, and the treatment must not be broken by LDN. */
import { assume, cite } from '../../domain/source.ts';
import { YEAR_DAYS } from './answers.ts';
import { conditionRule } from './conditionRule.ts';
import { condition } from './examples.ts';
import { EXAMPLE_DAY } from './rule.ts';
import { weighedExample } from './weighed.ts';

const dependent = { conditions: [condition('Opioid dependence')] };

export const opioidUseDisorder = conditionRule({
  id: 'opioid-use-disorder',
  title: 'Opioid use disorder or its treatment',
  sought: {
    lifelong: true,
    icd10: ['F11'],
    snomed: ['75544000', '5602001'],
    words:
      /(opioid|opiate|heroin|fentanyl).{0,25}(use disorder|abuse|dependen|addict|misuse|overdose|poisoning)|(methadone|buprenorphine|opioid substitution|opioid agonist).{0,20}(maintenance|treatment|therapy|program)|(drug|substance) (abuse|dependen|overdose|misuse)|dependent drug abuse|drug overdose|misuses drugs/i,
    except: /withdrawal/i,
  },
  question: {
    text: 'Have you ever been dependent on opioids, or been treated for it?',
    why: 'Treatment with methadone or buprenorphine and LDN exclude each other, and the record has no list of conditions.',
    rank: 15,
  },
  asked: 'without a list',
  daysBelieved: YEAR_DAYS,
  level: 'weigh',
  says: 'LDN must not be started on methadone or buprenorphine, and must not replace the treatment of a use disorder. Ask the treating service which medicine is given and when last; take a urine drug screen; tell the person that lost tolerance makes a return to opioids deadly.',
  asks: 'Have you confirmed (treating service, urine drug screen) that no methadone, buprenorphine or other opioid is taken, and decided to go on?',
  absent: 'No opioid use disorder.',
  sources: [
    cite(
      'label-revia',
      'contraindication: opioid dependence, agonist treatment; warning on lost tolerance and overdose',
    ),
    assume(
      'SNOMED CT and ICD-10 codes recalled; an unspecified drug problem counts until it is known which drug; a year',
    ),
  ],
  examples: [
    { says: 'opioid dependence is weighed', patient: dependent, expect: { presence: 'present', blocks: 'ask' } },
    weighedExample('opioid-use-disorder', dependent),
    {
      says: 'a dependence in remission is weighed: who is in remission is often on methadone or buprenorphine',
      patient: { conditions: [condition('Opioid dependence in remission', { status: 'resolved' })] },
      expect: { presence: 'present', blocks: 'ask' },
    },
    {
      says: 'a drug overdose of unknown state must be asked about',
      patient: { conditions: [condition('Drug overdose', { status: 'unknown' })] },
      expect: { presence: 'unknown', blocks: 'ask' },
    },
    {
      says: 'a problem list without it is believed',
      patient: { conditions: [condition('Migraine')] },
      expect: { presence: 'absent', blocks: 'no' },
    },
    {
      says: 'no list and an answer: no',
      patient: { answers: { 'opioid-use-disorder': { value: false, on: EXAMPLE_DAY } } },
      expect: { presence: 'absent', blocks: 'no' },
    },
  ],
});
