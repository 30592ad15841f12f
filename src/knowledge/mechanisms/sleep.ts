/**
 * Vivid dreams and sleep. Drive d = occMu against that of 4.5 mg nightly, less what has become habit:
 *
 *     H' = ln2/halfLife (d/(0.2 + d) - H),   felt = d (1 - habit H)
 *     logit(chance of vivid dreams in a night) = logit(background) + log(odds ratio) felt
 *     S' = ln2/halfLife (1 - loss night felt - S)
 *
 * `night` is a bell around 3 o'clock. The odds ratio 2.17 is from a meta-analysis seen second-hand; that the dreams
 * pass is said by everybody and counted by nobody.
 */
import { assume, cite } from '../../domain/source.ts';
import { input, parameter, people, relaxing, studies, type Mechanism } from './mechanism.ts';

const HABIT = assume('articles and clinics say that dreams pass within weeks; nobody counted');

export const SLEEP: Mechanism = {
  id: 'sleep',
  name: 'Sleep and vivid dreams',
  what: 'Vivid dreams are the commonest complaint and usually pass. If the brain holds on to the drug, another hour of intake changes little; if the block follows the blood, morning doses spare the night.',
  grade: 'human trial',
  evidence: 'Vivid dreams in placebo-controlled trials of fibromyalgia. No recording of sleep was found.',
  sources: [cite('acr-2025', 'odds ratio 2.17; seen second-hand'), cite('younger-2013', 'abstract')],
  claims: [
    '000-vivid-dreams',
    '001-side-effects',
    '001-change-time',
    '000-bedtime',
    '004-dreams-sleep',
    '004-rem-deprivation',
  ],
  parameters: [
    parameter(
      'dreamsBackground',
      0.13,
      '1',
      'share who report vivid dreams on placebo',
      assume('13 % against 37 % in Younger 2013, recalled'),
      studies('logitnormal', 0.4, assume('between trials')),
    ),
    parameter(
      'dreamsOdds',
      0.775,
      '1',
      'log odds ratio of vivid dreams at 4.5 mg',
      cite('acr-2025', 'odds ratio 2.17; seen second-hand'),
      studies('normal', 0.3, assume('interval not seen')),
    ),
    parameter(
      'dreamsHabit',
      0.7,
      '1',
      'share of the drive that habit takes away',
      HABIT,
      people('logitnormal', 'sd', 0.5, HABIT),
    ),
    parameter('habitHalfLife', 7, 'd', 'half-life of habituation', HABIT, people('lognormal', 'sd', 0.5, HABIT)),
    parameter(
      'sleepLoss',
      0.05,
      '1',
      'loss of sleep quality at the middle of the night at 4.5 mg',
      assume('Younger 2013 saw no change of sleep; insomnia is reported'),
      studies('normal', 0.1, assume('covers no loss and a gain')),
    ),
    parameter('sleepHalfLife', 12, 'h', 'half-life of sleep quality', assume('a night')),
  ],
  inputs: [input('hourAtStart', 22, 'h', 'hour of the clock at time 0', [0, 24], assume('taken at bedtime'))],
  text: `
let night = ((1 + cos(6.283185307179586*(t + hourAtStart - 3[h])/24[h]))/2)^3
let dreamDrive = occMu/occMuReference
${relaxing('Habit', 'habitHalfLife', 'dreamDrive/(0.2 + dreamDrive)', 'habituation to the dreams', '0')}
let dreamFelt = dreamDrive*(1 - dreamsHabit*Habit)
${relaxing('Sleep', 'sleepHalfLife', '1 - sleepLoss*night*dreamFelt', 'quality of sleep, 1 at rest')}
let sleepQuality = Sleep
`,
  off: `
let dreamFelt = 0
let sleepQuality = 1
`,
  outputs: `
output dreams = 100/(1 + (1 - dreamsBackground)/dreamsBackground*exp(-dreamsOdds*dreamFelt)) 1 "chance of vivid dreams if asleep now, percent"
output sleep = sleepQuality 1 "quality of sleep, 1 at rest"
`,
  whenOff: 'Dreams are as on placebo.',
};
