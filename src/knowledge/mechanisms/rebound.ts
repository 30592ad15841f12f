/**
 * Opioid signalling between doses: S = receptors x endorphin x share of receptors that is free, 1 at rest. The articles
 * expect S above 1 once a short block has ended. Under the slow reading there is no such hour with a dose each night; the
 * model shows S below 1 then. Its effect on mood is a hypothesis of its own, centred at zero. Zagon 1983 and 1984 showed
 * in mice that the length of the block, not the dose, decides the direction.
 */
import { assume, cite } from '../../domain/source.ts';
import { parameter, studies, type Mechanism } from './mechanism.ts';

export const REBOUND: Mechanism = {
  id: 'rebound',
  name: 'Signalling between doses',
  what: 'If the block ended within hours, more endorphin would meet more receptors. If the brain holds on, the block covers the day and there is no rebound with a dose every night.',
  grade: 'animal',
  evidence:
    'Short and long block did opposite things to tumours in mice. No measurement in people; the effect on mood is centred at zero.',
  sources: [cite('zagon-1983', 'abstract'), cite('zagon-1984', 'abstract')],
  claims: ['001-pulsed-block', '001-heightened-signalling', '001-rebound-drives'],
  parameters: [
    parameter(
      'reboundEffect',
      0,
      '1',
      'effect on mood of a signal that doubles, in standard deviations',
      assume('no human evidence for or against'),
      studies('normal', 0.1, assume('small against the uncertainty of the whole effect')),
    ),
  ],
  text: `
let muSignal = receptorNumber*endorphinLevel*(1 - occMu)
let reboundMood = reboundEffect*(muSignal - 1)
`,
  off: `
let muSignal = 1
let reboundMood = 0
`,
  outputs: 'output muSignalling = muSignal 1 "signalling through mu receptors, 1 at rest"',
  whenOff: 'Signalling through mu receptors is taken to be as at rest, whatever is blocked.',
};
