/** ISI: seven items of 0 to 4 on insomnia. The text is licensed. */
import { cite } from '../../domain/source.ts';
import { bandsOf, local, NO_LOINC, untold, type Scale } from './scale.ts';

export const isi: Scale = {
  id: 'isi',
  name: 'ISI',
  about: 'Severity of insomnia over two weeks, filled in by the patient.',
  filledBy: 'patient',
  licence: {
    says: 'Copyright of Charles Morin, licensed through Mapi; no item text.',
    textMayBeShipped: false,
    source: cite('camcops', 'licence table, ISI'),
  },
  items: untold(7, 0, 4),
  lowest: 0,
  highest: 28,
  better: 'lower',
  bands: bandsOf(['no insomnia', 0, 7], ['below threshold', 8, 14], ['moderate', 15, 21], ['severe', 22, 28]),
  bandSource: cite('camcops', 'ISI, cut-offs 7, 14 and 21'),
  remission: { lowest: 0, highest: 7, source: cite('camcops', 'ISI, remission at 7 or less') },
  minimalDifference: { points: 6, source: cite('camcops', 'ISI, minimal important difference') },
  code: local('isi-total', 'ISI total'),
  notes: [NO_LOINC],
  examples: [{ answers: [2, 2, 2, 2, 2, 2, 3], total: 15, says: 'moderate' }],
};
