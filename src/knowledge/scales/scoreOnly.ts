/**
 * Scales whose text cannot be shipped, or whose licence is not certain enough to ship it. Their totals are entered,
 * or scored from the numbers of answers that somebody took on a licensed form.
 */
import { assume, cite } from '../../domain/source.ts';
import { bandsOf, local, untold, type Scale } from './scale.ts';

const LOCAL_CODE = 'No LOINC code was verified, so the code is local.';

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
  notes: ['Outcome of the 2026 trial of low-dose naltrexone, which asked for 18 or more to enter.', LOCAL_CODE],
  examples: [{ answers: [3, 3, 3, 3, 3, 3, 3, 3, 3, 3], total: 30, says: 'moderate' }],
};

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
  notes: [LOCAL_CODE],
  examples: [{ answers: [2, 2, 2, 2, 2, 2, 3], total: 15, says: 'moderate' }],
};

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
  notes: ['No criterion of response or remission is used.', LOCAL_CODE],
  examples: [{ answers: [1, 1, 1, 1, 1, 0, 1], total: 6, says: 'poor sleep' }],
};

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
  notes: ['The raw sum of 0 to 25 is multiplied by four.', LOCAL_CODE],
  examples: [
    { answers: [1, 1, 1, 2, 2], total: 28, says: 'depression is likely' },
    { answers: [3, 3, 3, 3, 3], total: 60, says: 'well-being not low' },
  ],
};

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
  notes: ['The range 0 to 63 is recalled: 21 items of 0 to 3.', 'The total is not interpreted.', LOCAL_CODE],
  examples: [],
};
