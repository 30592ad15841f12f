/** BDI: entered as a total and shown as it is. The text, the cut-offs and the editions belong to a publisher. */
import { assume, cite } from '../../domain/source.ts';
import { local, NO_LOINC, type Scale } from './scale.ts';

export const bdi: Scale = {
  id: 'bdi',
  name: 'BDI',
  about: 'Severity of depression by Beck, filled in by the patient. A total is shown as it was entered.',
  filledBy: 'patient',
  licence: {
    says: 'Commercial, Pearson; no item text.',
    textMayBeShipped: false,
    source: cite('camcops', 'licence table, BDI'),
  },
  lowest: 0,
  highest: 63,
  better: 'lower',
  bands: [],
  bandSource: assume('no bands: the editions differ and their manuals are not free'),
  code: local('bdi-total', 'BDI total'),
  notes: ['The range 0 to 63 is recalled: 21 items of 0 to 3.', 'The total is not interpreted.', NO_LOINC],
  examples: [],
};
