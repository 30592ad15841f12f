import { assume, cite } from '../../domain/source.ts';
import { ladder, protocol } from './protocol.ts';

/** The commonest ladder of clinics: 1.5, 3 and 4.5 mg, a week each. */
export const weekly1500 = protocol({
  id: 'weekly-1.5',
  name: '1.5 mg steps, weekly, to 4.5 mg',
  forWhom: 'Adults without liver disease, thyroid replacement or a history of reacting to small doses.',
  usedBy: 'Clinic protocols on the web; they allow 7 to 14 days for each step.',
  steps: ladder([1500, 3000, 4500], 7),
  ceilingUg: 4500,
  evidence: 'Practice, not a trial: no dose-finding study in depression exists. 4.5 mg is the dose of the pain trials.',
  sources: [
    cite('lavender-sky', 'protocol page'),
    cite('droracle', 'protocol page'),
    assume('the shorter of the published 7 to 14 days'),
  ],
});
