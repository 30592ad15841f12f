/**
 * Toll-like receptor 4. What chemistry allows: block = C/(C + IC50) with IC50 105.5 umol/L in mouse microglia (Wang 2016,
 * for the unnatural isomer), against a peak of about 3 nmol/L: three thousandths of a percent. What is claimed is kept as
 * a hypothesis with an in-vivo potency chosen so that it could act at all, and a weight of at most 0.1.
 */
import { assume, cite } from '../../domain/source.ts';
import { parameter, studies, type Mechanism } from './mechanism.ts';

export const TLR4: Mechanism = {
  id: 'tlr4',
  name: 'Toll-like receptor 4',
  what: 'Naltrexone can block the alarm receptor TLR4 of immune cells, at concentrations 35 000 times those of a low dose.',
  grade: 'cell',
  evidence:
    'Micromolar effects of the unnatural isomer in cells. At the levels of a low dose a direct block is implausible.',
  sources: [cite('wang-2016', 'abstract, IC50 in BV-2 cells')],
  claims: ['001-tlr4-cytokines', '002-tlr4-block', '002-two-targets', '002-tlr-alarm'],
  parameters: [
    parameter(
      'tlr4Ic50',
      105.5,
      'umol/L',
      'half block of TLR4 in cells',
      cite('wang-2016', 'abstract: 95.4 to 115.6'),
      studies('lognormal', 0.05, cite('wang-2016', 'abstract: 95.4 to 115.6')),
    ),
    parameter(
      'tlr4Supposed',
      3,
      'nmol/L',
      'half effect if the hypothesis were true',
      assume('the level after 4.5 mg; without it the hypothesis would have no effect to show'),
      studies('lognormal', 1, assume('nothing known')),
    ),
    parameter(
      'tlr4Weight',
      0.1,
      '1',
      'weight of the hypothesis in the calming of microglia',
      assume('at most 0.1, since potency in cells speaks against it'),
    ),
  ],
  text: `
let tlr4Blocked = concentration/(concentration + tlr4Ic50)
let tlr4Drive = tlr4Weight*concentration/(concentration + tlr4Supposed)
`,
  off: `
let tlr4Blocked = 0
let tlr4Drive = 0
`,
  outputs: 'output tlr4 = 100*tlr4Blocked 1 "TLR4 blocked as chemistry allows, percent"',
  whenOff: 'Microglia are calmed by opioid receptors alone.',
};
