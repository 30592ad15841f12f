import { assume, cite } from '../../domain/source.ts';
import { ladder, protocol } from './protocol.ts';

/** A low first dose, small steps, two weeks each, and a lower target. */
export const slowTo3 = protocol({
  id: 'slow-to-3',
  name: 'Slow: 0.5 mg steps, every two weeks, to 3 mg',
  forWhom: 'People on thyroid replacement, with liver disease (with a specialist), or who react to small doses.',
  usedBy: 'Put together here from conventions; nobody publishes it in this form.',
  steps: ladder([500, 1000, 1500, 2000, 2500, 3000], 14),
  ceilingUg: 3000,
  evidence:
    'Convention only: no trial compared a slow with a fast titration. Thyroid need may fall: TSH after 4 to 8 weeks.',
  sources: [
    cite('lowdosenaltrexone-org', 'thyroid replacement: start at 1.5 mg or less'),
    cite('article-001', 'usual range 3 to 4.5 mg'),
    assume('0.5 mg for the sensitive and two weeks for each step are the careful end of what is in print'),
  ],
});
