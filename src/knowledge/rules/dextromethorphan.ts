/** Dextromethorphan: called an opioid and none in the classical sense; alone against cough, with bupropion against depression. */
import { assume, cite } from '../../domain/source.ts';
import { isIn } from '../drugs/drug.ts';
import { medicine, taking } from './examples.ts';
import { interaction } from './interaction.ts';

const example = taking(medicine('Auvelity 45 mg/105 mg'));

export const dextromethorphan = interaction({
  id: 'dextromethorphan',
  title: 'Dextromethorphan',
  takes: (drug) => isIn(drug, 'dextromethorphan'),
  level: 'tell',
  says: 'not a classical opioid and no reason to wait. In combination with bupropion or quinidine it is a treatment of its own: tell its prescriber. Check that the cough medicine has no codeine beside it.',
  absent: 'No dextromethorphan is on the list.',
  rank: 50,
  sources: [assume('not a mu agonist at usual doses: recalled'), cite('atcd', 'R05DA09, N06AX62')],
  examples: [
    { says: 'Auvelity 45 mg/105 mg on the list', patient: example, expect: { presence: 'present', blocks: 'no' } },
    {
      says: 'an order of Auvelity 45 mg/105 mg that is active since 1990 is doubted',
      patient: taking(medicine('Auvelity 45 mg/105 mg', { recorded: '1990-01-01' })),
      expect: { presence: 'unknown', blocks: 'no' },
    },
    { says: 'no list', patient: {}, expect: { presence: 'unknown', blocks: 'no' } },
    {
      says: 'another medicine',
      patient: taking(medicine('lisinopril 10 mg')),
      expect: { presence: 'absent', blocks: 'no' },
    },
  ],
});
