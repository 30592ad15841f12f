/**
 * BDNF under enkephalin at delta receptors: B' = ln2/halfLife (1 + rise (enkephalin (1 - occDelta) - 1) - B). Delta
 * agonists raise BDNF in animals. Low doses block about one percent of delta receptors, so the block itself does nothing;
 * what the articles tell runs through enkephalin.
 */
import { assume } from '../../domain/source.ts';
import { parameter, people, relaxing, type Mechanism } from './mechanism.ts';

const SIZE = assume('delta agonists raise BDNF in animals; size at the change of enkephalin not known');

export const BDNF: Mechanism = {
  id: 'bdnf',
  name: 'Delta receptors and BDNF',
  what: 'Enkephalin at delta receptors may raise the growth factor BDNF. Low doses block about one percent of these receptors.',
  grade: 'animal',
  evidence: 'Delta agonists in animals. BDNF was not measured under low doses.',
  sources: [SIZE],
  claims: ['004-delta-bdnf', '004-delta-mood', '004-bdnf-repair'],
  parameters: [
    parameter(
      'bdnfRise',
      0.2,
      '1',
      'rise of BDNF when delta signalling doubles',
      SIZE,
      people('lognormal', 'sd', 0.7, SIZE),
    ),
    parameter(
      'bdnfHalfLife',
      7,
      'd',
      'half-life of the change',
      assume('weeks, as with antidepressants; not measured'),
    ),
  ],
  text: `
${relaxing('Bdnf', 'bdnfHalfLife', '1 + bdnfRise*(enkephalinLevel*(1 - occDelta) - 1)', 'BDNF, 1 at rest')}
let bdnfChange = Bdnf - 1
let bdnfEngaged = bdnfChange/(bdnfRise*enkephalinRise)
`,
  off: `
let bdnfChange = 0
let bdnfEngaged = 0
`,
  outputs: 'output bdnf = 1 + bdnfChange 1 "BDNF, 1 at rest"',
  whenOff: 'BDNF stays as it was.',
  mood: { share: 0.05, engaged: 'bdnfEngaged', why: 'two guesses in a row' },
};
