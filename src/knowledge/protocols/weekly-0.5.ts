import { cite } from '../../domain/source.ts';
import { ladder, protocol } from './protocol.ts';

/** Half a milligram more each week. */
export const weekly500 = protocol({
  id: 'weekly-0.5',
  name: '0.5 mg steps, weekly, to 4.5 mg',
  forWhom: 'Adults for whom a smaller first dose and smaller steps are worth eight weeks of titration.',
  usedBy: 'LDN Research Trust.',
  steps: ladder([500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 4500], 7),
  ceilingUg: 4500,
  evidence: 'Advice of a patient organisation; no dose-finding study in depression exists.',
  sources: [cite('ldn-research-trust', 'dosing page')],
});
