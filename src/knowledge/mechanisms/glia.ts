/**
 * Microglia: M' = ln2/halfLife (1 - calm (0.9 occMu + TLR4 hypothesis) - M). An effect of the opioid kind is allowed beside
 * TLR4, as the fact that cytokines fell in eight women (Parkitny 2017) needs some way, if it is one.
 */
import { assume, cite } from '../../domain/source.ts';
import { parameter, people, relaxing, type Mechanism } from './mechanism.ts';

const SIZE = assume('no imaging of microglia under low doses was found; 10 % at most, with log SD 0.7');

export const GLIA: Mechanism = {
  id: 'glia',
  name: 'Microglia',
  what: 'Immune cells of the brain are said to calm down under low doses.',
  grade: 'cell',
  evidence: 'Cells at high concentrations. Never seen in people on low doses.',
  sources: [cite('wang-2016', 'abstract'), cite('parkitny-2017', 'abstract')],
  claims: ['001-glia', '000-neuroinflammation', '001-inflamed-depression', '004-inflamed-brain'],
  parameters: [
    parameter(
      'gliaCalm',
      0.1,
      '1',
      'fall of activity under complete drive',
      SIZE,
      people('lognormal', 'sd', 0.7, SIZE),
    ),
    parameter('gliaOpioid', 0.9, '1', 'weight of opioid receptors in the drive', assume('what TLR4 leaves')),
    parameter('gliaHalfLife', 3, 'd', 'half-life of the change', assume('not measured')),
  ],
  text: `
${relaxing('Microglia', 'gliaHalfLife', '1 - gliaCalm*(gliaOpioid*occMu + tlr4Drive)', 'activity of microglia, 1 at rest')}
let gliaChange = 1 - Microglia
let gliaEngaged = gliaChange/gliaCalm
`,
  off: `
let gliaChange = 0
let gliaEngaged = 0
`,
  outputs: 'output microglia = 1 - gliaChange 1 "activity of microglia, 1 at rest"',
  whenOff: 'Microglia and the cytokines that follow them stay as they were.',
  mood: { share: 0.1, engaged: 'gliaEngaged', why: 'a claimed way with weak ground' },
};
