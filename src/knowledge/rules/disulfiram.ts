/** Disulfiram with naltrexone: two drugs that can harm the liver. */
import { assume, cite } from '../../domain/source.ts';
import { isIn } from '../drugs/drug.ts';
import { medicine, taking } from './examples.ts';
import { interaction } from './interaction.ts';
import { weighedExample } from './weighed.ts';

const example = taking(medicine('disulfiram 250 mg'));

export const disulfiram = interaction({
  id: 'disulfiram',
  title: 'Disulfiram',
  takes: (drug) => isIn(drug, 'disulfiram'),
  level: 'weigh',
  says: 'both can harm the liver; the label advises against the pair. Choose one of the two, or measure ALT and AST before and every four weeks.',
  asks: 'Is the pair with disulfiram accepted, with ALT and AST before and every four weeks?',
  absent: 'No disulfiram is on the list.',
  rank: 33,
  sources: [
    cite('label-revia', 'interactions: disulfiram, both hepatotoxic'),
    assume('every four weeks: derived from the usual interval of liver tests'),
  ],
  examples: [
    { says: 'disulfiram 250 mg on the list', patient: example, expect: { presence: 'present', blocks: 'ask' } },
    weighedExample('disulfiram', example),
    {
      says: 'an order of disulfiram 250 mg that is active since 1990 is doubted',
      patient: taking(medicine('disulfiram 250 mg', { recorded: '1990-01-01' })),
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
