/** PSQI: sleep over a month in seven components of 0 to 3. The text is licensed, and nineteen questions make the components. */
import { assume, cite } from '../../domain/source.ts';
import { bandsOf, local, NO_LOINC, untold, type Scale } from './scale.ts';

export const psqi: Scale = {
  id: 'psqi',
  name: 'PSQI',
  about: 'Quality of sleep over a month. Entered as its seven component scores, not as its nineteen questions.',
  filledBy: 'patient',
  licence: {
    says: 'Copyright of the University of Pittsburgh; permission needed; no item text.',
    textMayBeShipped: false,
    source: assume('licence recalled; ask the university before use'),
  },
  items: untold(7, 0, 3),
  lowest: 0,
  highest: 21,
  better: 'lower',
  bands: bandsOf(['good sleep', 0, 5], ['poor sleep', 6, 21]),
  bandSource: cite('camcops', 'PSQI, poor sleep above 5'),
  code: local('psqi-total', 'PSQI total'),
  notes: ['No criterion of response or remission is used.', NO_LOINC],
  examples: [{ answers: [1, 1, 1, 1, 1, 0, 1], total: 6, says: 'poor sleep' }],
};
