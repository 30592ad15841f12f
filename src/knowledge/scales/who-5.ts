/** WHO-5: well-being, the one scale where higher is better. A raw sum of 0 to 25 times four makes the total. */
import { assume, cite } from '../../domain/source.ts';
import { bandsOf, local, NO_LOINC, untold, type Scale } from './scale.ts';

/** Raw sum to percentage. */
const WHO_5_TIMES = 4;

export const who5: Scale = {
  id: 'who-5',
  name: 'WHO-5',
  about: 'Well-being over two weeks, filled in by the patient. Higher is better.',
  filledBy: 'patient',
  licence: {
    says: 'World Health Organization, CC BY-NC-SA 3.0 IGO as recalled: not for commercial use, so no item text.',
    textMayBeShipped: false,
    source: assume('licence of 2024 recalled; the non-commercial clause was not checked'),
  },
  items: untold(5, 0, 5),
  lowest: 0,
  highest: 100,
  step: WHO_5_TIMES,
  better: 'higher',
  bands: bandsOf(['depression is likely', 0, 28], ['low well-being', 29, 50], ['well-being not low', 51, 100]),
  bandSource: cite('camcops', 'WHO-5, low at 50 or less, depression at 28 or less'),
  minimalDifference: { points: 10, source: assume('10 points, recalled') },
  code: local('who-5-total', 'WHO-5 percentage score'),
  totalOf: (answers) => {
    const missing = answers.flatMap((answer, index) => (answer === null ? [index + 1] : []));
    if (missing.length > 0) return { missing };
    return { total: WHO_5_TIMES * answers.reduce<number>((sum, answer) => sum + (answer ?? 0), 0) };
  },
  notes: ['The raw sum of 0 to 25 is multiplied by four.', NO_LOINC],
  examples: [
    { answers: [1, 1, 1, 2, 2], total: 28, says: 'depression is likely' },
    { answers: [3, 3, 3, 3, 3], total: 60, says: 'well-being not low' },
  ],
};
