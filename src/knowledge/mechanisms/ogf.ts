/**
 * The axis of opioid growth factor (met-enkephalin) and its receptor, which slows the growth of cells:
 * Z' = ln2/halfLife (1 + rise occOgf - Z), signal = enkephalin x Z x (1 - occOgf), growth = 2/(1 + signal).
 * Donahue 2011: short exposure raises factor and receptor, and cells then grow less. Article 002 tells the direction the
 * other way round. No affinity of naltrexone at this receptor was found, and nothing links it with mood: its share is 0.
 */
import { assume, cite } from '../../domain/source.ts';
import { parameter, people, relaxing, type Mechanism } from './mechanism.ts';

const RISE = assume('direction from Donahue 2011, size not read; taken as for mu receptors');

export const OGF: Mechanism = {
  id: 'ogf',
  name: 'Opioid growth factor',
  what: 'Opioid growth factor slows the growth of cells. A block hurries it while it lasts and slows it afterwards.',
  grade: 'cell',
  evidence: 'Cells and mice. The affinity of naltrexone at this receptor is not known.',
  sources: [cite('donahue-2011', 'abstract'), cite('zagon-1983', 'abstract')],
  claims: ['002-ogf-proliferation', '003-proliferation', '002-endorphins-growth'],
  parameters: [
    parameter(
      'ogfRise',
      0.65,
      '1',
      'rise of the receptor under complete block',
      RISE,
      people('lognormal', 'sd', 0.5, RISE),
    ),
    parameter('ogfHalfLife', 3.5, 'd', 'half-life of the change', assume('as for mu receptors')),
  ],
  text: `
${relaxing('OgfReceptor', 'ogfHalfLife', '1 + ogfRise*occOgf', 'receptors of opioid growth factor, 1 at rest')}
let ogfSignal = enkephalinLevel*OgfReceptor*(1 - occOgf)
`,
  off: 'let ogfSignal = 1',
  outputs: 'output cellGrowth = 2/(1 + ogfSignal) 1 "growth of cells under opioid growth factor, 1 at rest"',
  whenOff: 'The growth of cells stays as it was.',
};
