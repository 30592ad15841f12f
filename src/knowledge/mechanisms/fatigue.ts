/**
 * Fatigue: f = start x exp(effect F), F' = ln2/halfLife (d - F), with the effect centred at none: Younger 2013 found
 * no change, and some people feel more tired at first.
 */
import { assume, cite } from '../../domain/source.ts';
import { input, parameter, relaxing, studies, type Mechanism } from './mechanism.ts';

const YOUNGER = cite('younger-2013', 'abstract: fatigue not different from placebo');

export const FATIGUE: Mechanism = {
  id: 'fatigue',
  name: 'Fatigue',
  what: 'Articles hope for relief of fatigue; the crossover trial that asked found none.',
  grade: 'human trial',
  evidence: 'One crossover trial of 31 people without a difference.',
  sources: [YOUNGER],
  claims: ['000-fatigue-anhedonia', '004-fatigue', '000-slower-for-fatigue'],
  parameters: [
    parameter(
      'fatigueEffect',
      0,
      '1',
      'log change of fatigue at 4.5 mg',
      YOUNGER,
      studies('normal', 0.1, assume('31 people cannot exclude 10 to 20 %')),
    ),
    parameter('fatigueHalfLife', 7, 'd', 'half-life of the change', assume('as for pain')),
  ],
  inputs: [input('fatigueAtStart', 6, 'points', 'fatigue at the start, 0 to 10', [0, 10], assume('an example'))],
  text: `
${relaxing('FatigueDrive', 'fatigueHalfLife', 'occMu/occMuReference', 'drive on fatigue, 1 at 4.5 mg nightly', '0')}
let fatigueNow = fatigueAtStart*exp(fatigueEffect*FatigueDrive)
`,
  off: 'let fatigueNow = fatigueAtStart',
  outputs: 'output fatigue = fatigueNow points "fatigue, 0 to 10"',
  whenOff: 'Fatigue stays as it was.',
};
