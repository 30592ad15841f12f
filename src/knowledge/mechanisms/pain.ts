/**
 * Pain: p = start x exp(effect P + 0.2 change of substance P), with P' = ln2/halfLife (d - P) and d the block against
 * that of 4.5 mg nightly. Four trials together gave -0.86 of 10 points (Vatvani 2024), the two largest -0.34 (FINAL) and
 * +0.49 (INNOVA): early small trials shine and later large ones do not, so the effect is centred at 6 % less pain.
 */
import { assume, cite } from '../../domain/source.ts';
import { input, parameter, relaxing, studies, type Mechanism } from './mechanism.ts';

const POOLED = assume(
  'between Vatvani 2024 (-14 %), FINAL 2024 (-5 %) and INNOVA 2026 (+8 %) of a start near 6 points, more weight on the larger',
);

export const PAIN: Mechanism = {
  id: 'pain',
  name: 'Pain',
  what: 'Small trials in fibromyalgia found less pain, the larger later ones little or none.',
  grade: 'human trial',
  evidence: 'Randomised trials in fibromyalgia with results from better to worse than placebo.',
  sources: [cite('vatvani-2024', 'abstract'), cite('final-2024', 'abstract'), cite('innova-2026', 'abstract')],
  claims: ['001-pain-and-mood', '002-pain-by-both', '001-studied-fibromyalgia'],
  parameters: [
    parameter('painEffect', -0.06, '1', 'log change of pain at 4.5 mg', POOLED, studies('normal', 0.1, POOLED)),
    parameter('painHalfLife', 7, 'd', 'half-life of the change', assume('trials read out after weeks')),
    parameter(
      'painTachykinin',
      0.2,
      '1',
      'log change of pain for a doubling of substance P',
      assume('it promotes pain; size not known'),
    ),
  ],
  inputs: [input('painAtStart', 4, 'points', 'pain at the start, 0 to 10', [0, 10], assume('an example'))],
  text: `
${relaxing('PainDrive', 'painHalfLife', 'occMu/occMuReference', 'drive on pain, 1 at 4.5 mg nightly', '0')}
let painNow = painAtStart*exp(painEffect*PainDrive + painTachykinin*tachykininChange)
`,
  off: 'let painNow = painAtStart',
  outputs: 'output pain = painNow points "pain, 0 to 10"',
  whenOff: 'Pain stays as it was.',
};
