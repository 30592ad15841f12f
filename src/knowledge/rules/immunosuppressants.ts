/** Drugs that hold the immune system down, after a transplant or in autoimmune disease: a caution by convention, without data. */
import { assume, cite } from '../../domain/source.ts';
import { isIn } from '../drugs/drug.ts';
import { medicine, taking } from './examples.ts';
import { interaction } from './interaction.ts';
import { weighedExample } from './weighed.ts';

const example = taking(medicine('tacrolimus 1 mg'));

export const immunosuppressants = interaction({
  id: 'immunosuppressants',
  title: 'An immunosuppressant or biologic',
  takes: (drug) => isIn(drug, 'immunosuppressant', 'biologic'),
  level: 'weigh',
  says: 'LDN is said to change immune activity; there are no data with these drugs. Ask the specialist who prescribes them; after a transplant do not start without that agreement.',
  asks: 'Has the specialist who prescribes the immunosuppressant agreed to LDN?',
  absent: 'No immunosuppressant or biologic is on the list.',
  rank: 34,
  sources: [cite('lowdosenaltrexone-org', 'convention, no trial'), assume('which drugs count is recalled')],
  examples: [
    { says: 'tacrolimus 1 mg on the list', patient: example, expect: { presence: 'present', blocks: 'ask' } },
    weighedExample('immunosuppressants', example),
    {
      says: 'an order of tacrolimus 1 mg that is active since 1990 is doubted',
      patient: taking(medicine('tacrolimus 1 mg', { recorded: '1990-01-01' })),
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
