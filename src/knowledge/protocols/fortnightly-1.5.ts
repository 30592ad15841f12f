import { assume, cite } from '../../domain/source.ts';
import { ladder, protocol } from './protocol.ts';

/** The same ladder as `weekly-1.5` with the longer of the published intervals. */
export const fortnightly1500 = protocol({
  id: 'fortnightly-1.5',
  name: '1.5 mg steps, every two weeks, to 4.5 mg',
  forWhom: 'Adults who want two weeks to judge each dose, or whose visits are two weeks apart.',
  usedBy: 'Clinic protocols on the web; they allow 7 to 14 days for each step.',
  steps: ladder([1500, 3000, 4500], 14),
  ceilingUg: 4500,
  evidence: 'Practice, not a trial: no dose-finding study in depression exists.',
  sources: [
    cite('lavender-sky', 'protocol page'),
    cite('droracle', 'protocol page'),
    assume('the longer of the published 7 to 14 days'),
  ],
});
