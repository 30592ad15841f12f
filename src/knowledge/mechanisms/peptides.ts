/**
 * Endorphin and enkephalin answer to blockade: E' = ln2/halfLife (1 + rise occMu - E), and the same for enkephalin.
 * Gironi 2008 saw beta-endorphin rise in people with multiple sclerosis over months, Ludwig 2017 enkephalin return to
 * normal; neither size is known to us, so the rise is a guess with a wide spread.
 */
import { assume, cite } from '../../domain/source.ts';
import { parameter, people, relaxing, type Mechanism } from './mechanism.ts';

const SIZE = assume('the direction was measured, the size was not obtained; 30 % with log SD 0.7 covers 10 to 100 %');
const PACE = assume('synthesis follows demand within days; not measured');

export const PEPTIDES: Mechanism = {
  id: 'peptides',
  name: 'Endorphin and enkephalin',
  what: 'The body answers a blocked receptor by making more of its own opioids.',
  grade: 'human measurement',
  evidence: 'Rises were seen in two small uncontrolled studies of multiple sclerosis. Never measured in depression.',
  sources: [cite('gironi-2008', 'abstract'), cite('ludwig-2017', 'abstract')],
  claims: [
    '001-endorphin-rise',
    '002-endorphins-rise',
    '003-endorphin-release',
    '003-enkephalin-rise',
    '004-peptides',
    '001-endorphins-mood',
    '004-endorphins-after-block',
  ],
  parameters: [
    parameter(
      'endorphinRise',
      0.3,
      '1',
      'rise of endorphin under complete block',
      SIZE,
      people('lognormal', 'sd', 0.7, SIZE),
    ),
    parameter(
      'enkephalinRise',
      0.3,
      '1',
      'rise of enkephalin under complete block',
      SIZE,
      people('lognormal', 'sd', 0.7, SIZE),
    ),
    parameter('peptideHalfLife', 1, 'd', 'half-life of the change', PACE, people('lognormal', 'sd', 0.5, PACE)),
  ],
  text: `
${relaxing('Endorphin', 'peptideHalfLife', '1 + endorphinRise*occMu', 'endorphin, 1 at rest')}
${relaxing('Enkephalin', 'peptideHalfLife', '1 + enkephalinRise*occMu', 'enkephalin, 1 at rest')}
let endorphinLevel = Endorphin
let enkephalinLevel = Enkephalin
let endorphinEngaged = (Endorphin - 1)/endorphinRise
`,
  off: `
let endorphinLevel = 1
let enkephalinLevel = 1
let endorphinEngaged = 0
`,
  outputs: `
output endorphin = endorphinLevel 1 "endorphin, 1 at rest"
output enkephalin = enkephalinLevel 1 "enkephalin, 1 at rest"
`,
  whenOff: 'Endorphin and enkephalin stay as they were.',
  mood: {
    share: 0.25,
    engaged: 'endorphinEngaged',
    why: 'told by four of the five articles; measured, but not in depression',
  },
};
