/** Thioridazine with naltrexone: lethargy and sleepiness in the label. */
import { assume, cite } from '../../domain/source.ts';
import { isIn } from '../drugs/drug.ts';
import { medicine, taking } from './examples.ts';
import { interaction } from './interaction.ts';
import { weighedExample } from './weighed.ts';

const example = taking(medicine('thioridazine 50 mg'));

export const thioridazine = interaction({
  id: 'thioridazine',
  title: 'Thioridazine',
  takes: (drug) => isIn(drug, 'thioridazine'),
  level: 'weigh',
  says: 'lethargy and sleepiness were reported with naltrexone. Ask its prescriber for another antipsychotic, or warn about driving and watch the first two weeks.',
  asks: 'Has the prescriber weighed sleepiness with thioridazine and decided to go on?',
  absent: 'No thioridazine is on the list.',
  rank: 33,
  sources: [
    cite('label-revia', 'interactions: lethargy and somnolence with thioridazine'),
    assume('two weeks of watching: derived'),
  ],
  examples: [
    { says: 'thioridazine 50 mg on the list', patient: example, expect: { presence: 'present', blocks: 'ask' } },
    weighedExample('thioridazine', example),
    {
      says: 'an order of thioridazine 50 mg that is active since 1990 is doubted',
      patient: taking(medicine('thioridazine 50 mg', { recorded: '1990-01-01' })),
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
