/**
 * Mood on the MADRS, with what happens anyway:
 *
 *     MADRS = start - natural N - placebo P - g SD D,     N' = kN (1 - N),  P' = kP (1 - P),  D' = ln2/onset (a - D)
 *
 * a = sum over mechanisms of share x engagement/reference; the shares sum to 1, so with everything on, 4.5 mg nightly
 * has the effect g whatever the mechanisms are, and a mechanism switched off takes its share away. g is centred
 * at 0.15 standard deviations (SD 0.3): Mischoulon 2017 (12 people, primary outcome missed) and Moloney 2026 (37 people,
 * no difference) shrunk. Whether CRP changes g is centred at no; the rebound hypothesis has a term of its own, centred
 * at none. Placebo and course: -8 points within weeks in add-on trials. HAM-D-17 and PHQ-9 are read off the MADRS. A
 * score stays inside its scale, 0 to 60; `staying` is who has not dropped out.
 */
import { assume, cite } from '../../domain/source.ts';
import { input, parameter, people, studies, type Mechanism } from './mechanism.ts';
import { referenceName } from './reference.ts';

const PRIOR = assume(
  'Hedges g of Mischoulon 2017 and Moloney 2026 together is 0.37 to 0.61 with an interval over zero; shrunk for small first trials',
);
const PLACEBO = assume(
  '-8 points over weeks as a middle of published placebo arms: -5.7 (Marcus 2008), -9.8 (Moloney 2026), -7.9 (Mischoulon 2017)',
);
const CHANGE = assume('SD of change on the MADRS is 9 to 10 in trials, recalled');

/** All mechanisms before this one have their parts in `a`. */
export function moodOf(others: readonly Mechanism[]): Mechanism {
  const parts = others.flatMap(({ id, mood }) => (mood === undefined ? [] : [{ id, ...mood }]));
  const shares = parts.map(({ id, share, why }) =>
    parameter(shareName(id), share, '1', `share of ${id} in the effect on mood`, assume(why)),
  );
  const sum = parts.map(({ id, engaged }) => `${shareName(id)}*${engaged}/${referenceName(engaged)}`);
  return {
    ...MOOD,
    parameters: [...shares, ...MOOD.parameters],
    text: `
let activity = ${sum.join(' + ')}
let effectNow = effect + effectByCrp*log(crpAtStart/2[mg/L])
state Course 1 = 0 "natural course, 1 when complete"
state Placebo 1 = 0 "placebo response, 1 when complete"
state Drug 1 = 0 "effect of the drug, 1 as at 4.5 mg nightly"
Course' = courseRate*(1 - Course)
Placebo' = placeboRate*(1 - Placebo)
Drug' = 0.6931471805599453/moodHalfLife*(activity - Drug)
let anyway = natural*Course + (placeboSize + studyPlacebo)*Placebo
state Rebound 1 = 0 "effect of signalling between doses, in standard deviations"
Rebound' = 0.6931471805599453/moodHalfLife*(reboundMood - Rebound)
let drugGain = changeSd*(effectNow*Drug + Rebound)
${STAYING}`,
  };
}

const shareName = (id: string): string => `${id}Share`;

const STAYING = `state Staying 1 = 1 "share who have not dropped out"
Staying' = -dropOut*Staying
`;

const MOOD: Mechanism = {
  id: 'mood',
  name: 'Mood: course, placebo and the drug',
  what: 'Most of the improvement in a trial comes with placebo too. What low doses add is small and not certain: about 0.15 standard deviations, with nine chances in ten between -0.35 and 0.65.',
  grade: 'human trial',
  evidence: 'Two randomised trials in depression, 12 and 37 people; the larger found no difference.',
  sources: [
    cite('mischoulon-2017', 'abstract and registry results'),
    cite('moloney-2026', 'excerpt'),
    cite('jones-2021', 'abstract'),
  ],
  claims: [
    '001-small-trial-better',
    '003-trial-benefit',
    '003-hamd-significant',
    '000-mixed-findings',
    '004-incredible-results',
    '001-evidence-small',
  ],
  parameters: [
    parameter(
      'effect',
      0.15,
      '1',
      'effect of 4.5 mg nightly in standard deviations of change',
      PRIOR,
      studies('normal', 0.3, PRIOR),
    ),
    parameter(
      'effectByCrp',
      0,
      '1',
      'change of the effect for each unit of log CRP',
      cite('moloney-2026', 'excerpt: inflammation did not predict response'),
      studies('normal', 0.1, assume('37 people cannot exclude a moderate interaction')),
    ),
    parameter('changeSd', 9, 'points', 'standard deviation of change on the MADRS', CHANGE),
    parameter(
      'moodHalfLife',
      10,
      'd',
      'half-life of the onset',
      assume('trials of add-on medicines read out after 3 to 6 weeks'),
    ),
    parameter('natural', 3, 'points', 'fall that time alone brings', PLACEBO, people('normal', 'sd', 5, CHANGE)),
    parameter('courseRate', 0.03, '1/d', 'rate of the natural course', assume('over months')),
    parameter('placeboSize', 5, 'points', 'fall that being treated brings', PLACEBO, people('normal', 'sd', 7, CHANGE)),
    parameter(
      'studyPlacebo',
      0,
      'points',
      'placebo response from study to study',
      assume('0: the mean study'),
      studies('normal', 2.5, assume('placebo arms range from -5 to -12')),
    ),
    parameter(
      'placeboRate',
      0.1,
      '1/d',
      'rate of the placebo response',
      cite('byon-2010', '0.106 per day in fibromyalgia; seen second-hand'),
    ),
    parameter(
      'dropOut',
      0.02,
      '1/week',
      'drop-out',
      assume('12 to 15 % at 6 to 8 weeks, recalled'),
      studies('lognormal', 0.4, assume('between trials')),
    ),
    parameter(
      'hamdPerMadrs',
      0.75,
      '1',
      'HAM-D-17 points for a MADRS point',
      assume('usual ratio, recalled; the baselines of Mischoulon 2017 give 0.70 to 0.77'),
    ),
    parameter('phqPerMadrs', 0.45, '1', 'PHQ-9 points for a MADRS point', assume('ratio of the ranges, 27 over 60')),
  ],
  inputs: [
    input(
      'madrsAtStart',
      30,
      'points',
      'MADRS at the start',
      [0, 60],
      cite('mischoulon-2017', 'registry results: 30.4 and 30.7'),
    ),
  ],
  text: '',
  off: `
let anyway = 0[points]
let drugGain = 0[points]
${STAYING}`,
  outputs: `
let madrsNow = max(0, min(60[points], madrsAtStart - anyway - drugGain))
let madrsOnPlacebo = max(0, min(60[points], madrsAtStart - anyway))
output madrs = madrsNow points "MADRS with the drug"
output madrsPlacebo = madrsOnPlacebo points "MADRS on placebo"
output hamd = hamdPerMadrs*madrsNow points "HAM-D-17 with the drug"
output hamdPlacebo = hamdPerMadrs*madrsOnPlacebo points "HAM-D-17 on placebo"
output phq9 = phqPerMadrs*madrsNow points "PHQ-9 with the drug"
output phq9Placebo = phqPerMadrs*madrsOnPlacebo points "PHQ-9 on placebo"
output gain = drugGain points "what the drug adds on the MADRS"
output staying = 100*Staying 1 "still in the trial, percent"
`,
  whenOff: 'Scores stay as at the start: no course, no placebo response, no effect.',
};
