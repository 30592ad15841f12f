/** Ketamine and esketamine: 50 mg of naltrexone took their antidepressant effect away in seven of twelve people. */
import { assume, cite } from '../../domain/source.ts';
import { isIn } from '../drugs/drug.ts';
import { medicine, taking } from './examples.ts';
import { interaction } from './interaction.ts';
import { weighedExample } from './weighed.ts';

const example = taking(medicine('Spravato 28 mg nasal spray'));

export const ketamine = interaction({
  id: 'ketamine',
  title: 'Ketamine or esketamine',
  takes: (drug) => isIn(drug, 'ketamine'),
  level: 'weigh',
  says: 'a full dose of naltrexone (50 mg) blocked the antidepressant effect of ketamine; what a low dose does is not known. Do not start during a course of infusions or nasal esketamine without the clinician who gives it.',
  asks: 'Has the clinician who gives ketamine or esketamine agreed to LDN beside it?',
  absent: 'No ketamine or esketamine is on the list.',
  rank: 32,
  sources: [
    cite('williams-2018', 'abstract: 50 mg before ketamine'),
    assume('that a low dose may do the same is not known, so it is weighed'),
  ],
  examples: [
    {
      says: 'Spravato 28 mg nasal spray on the list',
      patient: example,
      expect: { presence: 'present', blocks: 'ask' },
    },
    weighedExample('ketamine', example),
    {
      says: 'an order of Spravato 28 mg nasal spray that is active since 1990 is doubted',
      patient: taking(medicine('Spravato 28 mg nasal spray', { recorded: '1990-01-01' })),
      expect: { presence: 'unknown', blocks: 'ask' },
    },
    { says: 'no list', patient: {}, expect: { presence: 'unknown', blocks: 'ask' } },
    {
      says: 'another medicine',
      patient: taking(medicine('lisinopril 10 mg')),
      expect: { presence: 'absent', blocks: 'no' },
    },
  ],
});
