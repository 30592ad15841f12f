/** MADRS: ten items of 0 to 6 that a clinician rates. The text belongs to the Royal College of Psychiatrists. */
import { cite } from '../../domain/source.ts';
import { bandsOf, local, NO_LOINC, untold, type Scale } from './scale.ts';

export const madrs: Scale = {
  id: 'madrs',
  name: 'MADRS',
  about: 'Severity of depression, ten items rated by a clinician.',
  filledBy: 'clinician',
  licence: {
    says: 'Copyright of the Royal College of Psychiatrists, which refused permission to CamCOPS in 2013; no item text.',
    textMayBeShipped: false,
    source: cite('camcops', 'licence table, MADRS'),
  },
  items: untold(10, 0, 6),
  lowest: 0,
  highest: 60,
  better: 'lower',
  bands: bandsOf(['none', 0, 6], ['mild', 7, 19], ['moderate', 20, 34], ['severe', 35, 60]),
  bandSource: cite('camcops', 'MADRS, cut-offs 6, 19 and 34'),
  response: { percent: 50, source: cite('camcops', 'MADRS, response') },
  remission: { lowest: 0, highest: 10, source: cite('camcops', 'MADRS, remission at 10 or less; some authors use 12') },
  code: local('madrs-total', 'MADRS total'),
  notes: ['Outcome of the 2026 trial of low-dose naltrexone, which asked for 18 or more to enter.', NO_LOINC],
  examples: [{ answers: [3, 3, 3, 3, 3, 3, 3, 3, 3, 3], total: 30, says: 'moderate' }],
};
