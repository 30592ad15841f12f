/**
 * Priming by serotonin: in a person on a serotonergic antidepressant the answer to dopamine is larger by the factor
 * 1 + prime. Article 004 tells it; nothing on it was read.
 */
import { assume } from '../../domain/source.ts';
import { input, parameter, people, type Mechanism } from './mechanism.ts';

const NOTHING = assume('nothing on it was read; 20 % as a guess');

export const SEROTONIN: Mechanism = {
  id: 'serotonin',
  name: 'Priming by serotonin',
  what: 'One article says that receptors primed by serotonin answer more to dopamine, so that an antidepressant and a low dose help each other.',
  grade: 'none',
  evidence: 'Told by one article; no study was found.',
  sources: [NOTHING],
  claims: ['004-serotonin-primes', '004-ssri-failures'],
  parameters: [
    parameter(
      'primeGain',
      0.2,
      '1',
      'gain of the answer to dopamine',
      NOTHING,
      people('lognormal', 'sd', 0.7, NOTHING),
    ),
  ],
  inputs: [
    input(
      'serotonergic',
      1,
      '1',
      '1 on a serotonergic antidepressant',
      [0, 1],
      assume('both trials added it to an antidepressant'),
    ),
  ],
  text: `
let primingChange = serotonergic*primeGain*dopamineChange
let primingEngaged = serotonergic*dopamineEngaged
`,
  off: `
let primingChange = 0
let primingEngaged = 0
`,
  outputs: 'output priming = primingChange 1 "answer to dopamine gained by priming"',
  whenOff: 'An antidepressant makes no difference.',
  mood: { share: 0.05, engaged: 'primingEngaged', why: 'told by one article' },
};
