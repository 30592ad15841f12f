/** Naltrexone that is already there: Contrave, Vivitrol, tablets of 50 mg, nalmefene. LDN on top of it means nothing. */
import { assume, cite } from '../../domain/source.ts';
import { isIn } from '../drugs/drug.ts';
import { medicine, taking } from './examples.ts';
import { interaction } from './interaction.ts';
import { weighedExample } from './weighed.ts';

const example = taking(medicine('Contrave 8 mg/90 mg ER tablet'));

export const otherNaltrexone = interaction({
  id: 'other-naltrexone',
  title: 'Naltrexone in another product',
  takes: (drug) => isIn(drug, 'naltrexone'),
  level: 'weigh',
  says: 'it already blocks the receptors at a full dose, so a low dose beside it has no meaning and doubles the drug. Decide which of the two is wanted; an injection of 380 mg acts for about a month.',
  asks: 'Is this the LDN treatment itself, or is the other product stopped (an injection for more than a month)?',
  absent: 'No naltrexone or nalmefene is on the list.',
  rank: 30,
  sources: [
    cite('ndc-map', 'RxNorm 1551467: bupropion and naltrexone'),
    cite('spaqi-2021', 'extended-release naltrexone is held 24 to 30 days'),
    assume('a low dose on top of a full dose has no rationale: derived'),
  ],
  examples: [
    { says: 'Contrave has naltrexone in it', patient: example, expect: { presence: 'present', blocks: 'ask' } },
    weighedExample('other-naltrexone', example),
    {
      says: 'an order for naltrexone that is active since 2020 is doubted',
      patient: taking(medicine('naltrexone 50 mg', { recorded: '2020-05-01' })),
      expect: { presence: 'unknown', blocks: 'ask' },
    },
    { says: 'no list', patient: {}, expect: { presence: 'unknown', blocks: 'ask' } },
    {
      says: 'bupropion alone is no naltrexone',
      patient: taking(medicine('bupropion 150 mg')),
      expect: { presence: 'absent', blocks: 'no' },
    },
  ],
});
