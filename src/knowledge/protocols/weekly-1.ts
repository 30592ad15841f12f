import { cite } from '../../domain/source.ts';
import { ladder, protocol } from './protocol.ts';

/** One milligram more each week; the last step is half as large, so that it ends at 4.5 mg in week five. */
export const weekly1000 = protocol({
  id: 'weekly-1',
  name: '1 mg steps, weekly, to 4.5 mg',
  forWhom: 'Adults without a reason for a smaller first dose; suits a 1 mg/mL liquid.',
  usedBy: 'Dickson Chemist.',
  steps: ladder([1000, 2000, 3000, 4000, 4500], 7),
  ceilingUg: 4500,
  evidence: 'Advice of a dispensing pharmacy; no dose-finding study in depression exists.',
  sources: [cite('dickson', 'dosing page')],
});
