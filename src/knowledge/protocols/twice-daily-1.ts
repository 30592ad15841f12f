import { assume, cite } from '../../domain/source.ts';
import { ADEQUATE_TRIAL_NIGHTS, protocol, stepOf } from './protocol.ts';

/** The dose of the first depression trial: 1 mg in the morning and 1 mg at bedtime, with no titration. */
export const twiceDaily1mg = protocol({
  id: 'twice-daily-1',
  name: '1 mg twice daily, fixed, as in the 2017 trial',
  forWhom: 'People who relapsed on a dopaminergic antidepressant regimen, as those in the trial.',
  usedBy: 'Mischoulon 2017: twelve outpatients, three weeks.',
  steps: [
    stepOf(
      [
        { amountUg: 1000, at: 'morning' },
        { amountUg: 1000, at: 'bedtime' },
      ],
      ADEQUATE_TRIAL_NIGHTS,
    ),
  ],
  ceilingUg: 2000,
  evidence:
    'Six against six people: the primary outcome was missed (HAM-D-17, p 0.3), MADRS differed (p 0.035); not replicated in 37 people at up to 4.5 mg.',
  sources: [
    cite('mischoulon-2017', 'abstract: 1 mg twice daily, 3 weeks'),
    cite('moloney-2026', 'no difference from placebo at 12 weeks'),
    assume('the trial lasted 3 weeks and names no hours; 8 weeks, morning and bedtime are chosen here'),
  ],
});
