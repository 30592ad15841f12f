/**
 * Dynorphin answers to a blocked kappa receptor, D' = ln2/halfLife (1 + rise occKappa - D), and what gets through is
 * D (1 - occKappa). Low doses block at most a third of kappa receptors; antagonists that block nearly all of them failed
 * in phase 3 (VENTURA, KOASTAL).
 */
import { assume, cite } from '../../domain/source.ts';
import { parameter, people, relaxing, type Mechanism } from './mechanism.ts';

const ANSWER = assume('not measured; taken somewhat smaller than that of endorphin');

export const KAPPA: Mechanism = {
  id: 'kappa',
  name: 'Kappa receptors and dynorphin',
  what: 'Dynorphin at kappa receptors belongs to stress and low mood. Low doses block a part of them; medicines that block nearly all did not help in large trials.',
  grade: 'animal',
  evidence:
    'Animals under stress. Stronger kappa antagonists failed in phase 3; partial block by low doses was not tested.',
  sources: [cite('kappa-trials', 'results of VENTURA and KOASTAL')],
  claims: ['004-kappa-block', '004-kappa-stress', '004-kappa-withdrawal', '004-approved-blocker'],
  parameters: [
    parameter(
      'dynorphinRise',
      0.2,
      '1',
      'rise of dynorphin under complete block',
      ANSWER,
      people('lognormal', 'sd', 0.7, ANSWER),
    ),
    parameter('dynorphinHalfLife', 1, 'd', 'half-life of the change', assume('as for endorphin')),
  ],
  text: `
${relaxing('Dynorphin', 'dynorphinHalfLife', '1 + dynorphinRise*occKappa', 'dynorphin, 1 at rest')}
let dynorphinLevel = Dynorphin
let kappaSignal = Dynorphin*(1 - occKappa)
let kappaEngaged = 1 - kappaSignal
`,
  off: `
let dynorphinLevel = 1
let kappaSignal = 1
let kappaEngaged = 0
`,
  outputs: `
output dynorphin = dynorphinLevel 1 "dynorphin, 1 at rest"
output kappaTone = kappaSignal 1 "signalling through kappa receptors, 1 at rest"
`,
  whenOff: 'The tone of kappa receptors stays as it was.',
  mood: { share: 0.1, engaged: 'kappaEngaged', why: 'a plausible way whose stronger versions failed' },
};
