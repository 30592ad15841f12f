/**
 * Dopamine under two opposing hands. Mu signalling inhibits the GABA cells that hold dopamine back (Johnson and North
 * 1992), so less mu signalling means more GABA and less dopamine; kappa signalling lowers dopamine, so its block raises it:
 *
 *     G' = ln2/halfLife (1 + gabaRise (1 - muSignal) - G)
 *     D' = ln2/halfLife (1 + kappaLift (1 - kappaSignal) - gabaBrake (G - 1) - D)
 *
 * The net direction in people on low doses is not known; no trial measured dopamine.
 */
import { assume, cite } from '../../domain/source.ts';
import { parameter, people, relaxing, type Mechanism } from './mechanism.ts';

const GUESS = assume('a tenth to a fifth of the signal that changes; not measured');

export const DOPAMINE: Mechanism = {
  id: 'dopamine',
  name: 'Dopamine and GABA',
  what: 'Mu receptors release dopamine by holding back GABA cells. A block of mu does the opposite, a block of kappa helps: which wins at low doses is not known.',
  grade: 'animal',
  evidence: 'The circuit was shown in rats. No trial of low doses measured dopamine.',
  sources: [cite('johnson-north-1992', 'recalled')],
  claims: ['001-dopamine', '004-dopamine-enhancer', '004-gaba-inhibited', '004-mu-raises-gaba', '003-no-inflammation'],
  parameters: [
    parameter(
      'gabaRise',
      0.15,
      '1',
      'rise of GABA when mu signalling ceases',
      GUESS,
      people('lognormal', 'sd', 0.5, GUESS),
    ),
    parameter(
      'kappaLift',
      0.1,
      '1',
      'rise of dopamine when kappa signalling ceases',
      GUESS,
      people('lognormal', 'sd', 0.5, GUESS),
    ),
    parameter(
      'gabaBrake',
      0.2,
      '1',
      'fall of dopamine for a doubling of GABA',
      GUESS,
      people('lognormal', 'sd', 0.5, GUESS),
    ),
    parameter(
      'dopamineHalfLife',
      2,
      'h',
      'half-life of the changes',
      assume('tone follows within hours; not measured'),
    ),
  ],
  text: `
${relaxing('Gaba', 'dopamineHalfLife', '1 + gabaRise*(1 - muSignal)', 'GABA, 1 at rest')}
${relaxing('Dopamine', 'dopamineHalfLife', '1 + kappaLift*(1 - kappaSignal) - gabaBrake*(Gaba - 1)', 'dopamine, 1 at rest')}
let gabaLevel = Gaba
let dopamineChange = Dopamine - 1
let dopamineEngaged = dopamineChange/kappaLift
`,
  off: `
let gabaLevel = 1
let dopamineChange = 0
let dopamineEngaged = 0
`,
  outputs: `
output gaba = gabaLevel 1 "GABA, 1 at rest"
output dopamine = 1 + dopamineChange 1 "dopamine, 1 at rest"
`,
  whenOff: 'Dopamine and GABA stay as they were; serotonin has nothing to prime.',
  mood: {
    share: 0.2,
    engaged: 'dopamineEngaged',
    why: 'the reading of the only positive trial (Mischoulon 2017), which did not measure it',
  },
};
