/**
 * IL-6, TNF, IL-10 and CRP follow microglia: y' = ln2/halfLife (exp(effect a) - y), where a is the calming of microglia
 * against that of 4.5 mg nightly. Parkitny 2017 saw falls of 35, 6 and 27 % in eight women without a parallel placebo; a
 * fifth of their logarithm is kept. CRP is centred at no effect: Moloney 2026, the only controlled trial, found none.
 */
import { assume, cite } from '../../domain/source.ts';
import { input, parameter, relaxing, studies, type Mechanism } from './mechanism.ts';

const FIFTH = assume(
  'a fifth of the log change of Parkitny 2017 (8 women, uncontrolled, many tests): an upper bound shrunk',
);
const DOUBT = assume('covers no effect, and the whole of the uncontrolled change at two SD');
const MOLONEY = cite('moloney-2026', 'excerpt: no effect on hs-CRP');

export const CYTOKINES: Mechanism = {
  id: 'cytokines',
  name: 'IL-6, TNF, IL-10 and CRP',
  what: 'Messengers of inflammation fell in eight women with fibromyalgia, the calming ones too; in the one controlled trial in depression CRP did not change.',
  grade: 'human measurement',
  evidence: 'One uncontrolled study of eight women; one controlled trial with no effect on CRP.',
  sources: [cite('parkitny-2017', 'abstract'), MOLONEY],
  claims: [
    '000-immune-benefit',
    '001-tlr4-cytokines',
    '001-raised-markers',
    '002-corrects-inflammation',
    '003-no-inflammation',
    '000-subtype-suited',
  ],
  parameters: [
    parameter('il6Effect', -0.087, '1', 'log change of IL-6 at 4.5 mg', FIFTH, studies('normal', 0.17, DOUBT)),
    parameter('tnfEffect', -0.012, '1', 'log change of TNF at 4.5 mg', FIFTH, studies('normal', 0.03, DOUBT)),
    parameter('il10Effect', -0.064, '1', 'log change of IL-10 at 4.5 mg', FIFTH, studies('normal', 0.13, DOUBT)),
    parameter(
      'crpEffect',
      0,
      '1',
      'log change of CRP at 4.5 mg',
      MOLONEY,
      studies('normal', 0.15, assume('37 people cannot exclude a change of 30 %')),
    ),
    parameter('il6HalfLife', 4.2, 'h', 'half-life of IL-6', cite('weber-1993', 'seen second-hand')),
    parameter('tnfHalfLife', 20, 'min', 'half-life of TNF', cite('selby-1987', 'seen second-hand')),
    parameter('il10HalfLife', 3.5, 'h', 'half-life of IL-10', cite('huhn-1997', '2.7 to 4.5 h; seen second-hand')),
    parameter('crpHalfLife', 19, 'h', 'half-life of CRP', assume('19 h after Pepys, recalled')),
  ],
  inputs: [
    input('crpAtStart', 2, 'mg/L', 'CRP at the start', [0.01, 500], assume('the middle of the band 1 to 3 mg/L')),
  ],
  text: `
let calming = gliaEngaged/gliaEngagedReference
${relaxing('Il6', 'il6HalfLife', 'exp(il6Effect*calming)', 'IL-6, 1 at rest')}
${relaxing('Tnf', 'tnfHalfLife', 'exp(tnfEffect*calming)', 'TNF, 1 at rest')}
${relaxing('Il10', 'il10HalfLife', 'exp(il10Effect*calming)', 'IL-10, 1 at rest')}
${relaxing('Crp', 'crpHalfLife', 'exp(crpEffect*calming)', 'CRP, 1 at rest')}
let il6Level = Il6
let tnfLevel = Tnf
let il10Level = Il10
let crpLevel = Crp
let cytokineEngaged = gliaEngaged
`,
  off: `
let il6Level = 1
let tnfLevel = 1
let il10Level = 1
let crpLevel = 1
let cytokineEngaged = 0
`,
  outputs: `
output il6 = il6Level 1 "IL-6, 1 at rest"
output tnf = tnfLevel 1 "TNF, 1 at rest"
output il10 = il10Level 1 "IL-10, 1 at rest"
output crp = crpAtStart*crpLevel mg/L "CRP"
`,
  whenOff: 'Cytokines and CRP stay as they were.',
  mood: {
    share: 0.15,
    engaged: 'cytokineEngaged',
    why: 'told by three articles; the controlled trial speaks against it',
  },
};
