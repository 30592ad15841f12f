import { assume, cite } from '../../domain/source.ts';
import { ladder, protocol } from './protocol.ts';

/** The ladder of the FINAL pain trial, up to 6 mg: the highest dose that the product allows, for research. */
export const final6mg = protocol({
  id: 'final-6',
  name: '1.5 mg steps, weekly, to 6 mg (research)',
  forWhom: 'Research with an ethics approval; above the usual ceiling of 4.5 mg, so a reason is asked for.',
  usedBy: 'FINAL trial in fibromyalgia, 99 people, 12 weeks.',
  steps: ladder([1500, 3000, 4500, 6000], 7),
  ceilingUg: 6000,
  evidence: 'Pain did not differ from placebo (p 0.27); nothing is known about 6 mg in depression.',
  sources: [
    cite('final-2024', 'abstract: 1.5, 3, 4.5 and 6 mg, weekly steps, 12 weeks'),
    assume('8 weeks at 6 mg, so that the whole is about the 12 weeks of the trial'),
  ],
});
