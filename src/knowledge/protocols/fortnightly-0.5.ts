import { assume } from '../../domain/source.ts';
import { ladder, protocol } from './protocol.ts';

/** Half a milligram more every two weeks: the slowest ladder in print that still reaches 4.5 mg. */
export const fortnightly500 = protocol({
  id: 'fortnightly-0.5',
  name: '0.5 mg steps, every two weeks, to 4.5 mg',
  forWhom: 'People with chronic fatigue or long COVID, and people who react to small doses.',
  usedBy: 'Clinics for chronic fatigue (ME/CFS) and long COVID.',
  steps: ladder([500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 4500], 14),
  ceilingUg: 4500,
  evidence: 'Practice in fatigue; nothing is known about this pace in depression.',
  sources: [assume('schedule in print for chronic fatigue and long COVID, read without a page that can be cited')],
});
